package org.mswada.db.repository;

import static org.mswada.db.generated.Tables.BILL;
import static org.mswada.db.generated.Tables.BILL_IDENTIFIER;
import static org.mswada.db.generated.Tables.JURISDICTION;
import static org.mswada.db.generated.Tables.LEGISLATIVE_SESSION;
import static org.mswada.db.query.PreparedQuery.prepare;

import java.util.Collection;
import org.jooq.Record;
import org.jooq.Table;
import org.mswada.db.query.PreparedQuery;
import org.mswada.domain.bill.Bill;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.bill.BillKey;
import org.mswada.domain.sponsor.ExternalIdentifier;

/** How single bills are found. */
final class BillQueries {
    static final Table<Record> BILLS = BILL
            .join(LEGISLATIVE_SESSION).on(LEGISLATIVE_SESSION.ID.eq(BILL.SESSION_ID))
            .join(JURISDICTION).on(JURISDICTION.ID.eq(LEGISLATIVE_SESSION.JURISDICTION_ID));

    static final PreparedQuery<BillId, Bill> FIND_BY_ID = prepare("bill.find-by-id",
            (sql, in) -> sql.select(BillColumns.OF_BILL)
                    .from(BILLS)
                    .where(BILL.ID.eq(in.value(BILL.ID, id -> id)))
                    .and(BILL.DELETED_AT.isNull()),
            BillColumns::bill);

    static final PreparedQuery<Collection<BillId>, Bill> FIND_BY_IDS = prepare("bill.find-by-ids",
            (sql, in) -> sql.select(BillColumns.OF_BILL)
                    .from(BILLS)
                    .where(BILL.ID.eq(in.anyOf(BILL.ID, ids -> ids)))
                    .and(BILL.DELETED_AT.isNull()),
            BillColumns::bill);

    static final PreparedQuery<BillKey, Bill> FIND_BY_KEY = prepare("bill.find-by-key",
            (sql, in) -> sql.select(BillColumns.OF_BILL)
                    .from(BILLS)
                    .where(JURISDICTION.CODE.eq(in.value(JURISDICTION.CODE, BillKey::jurisdiction)))
                    .and(LEGISLATIVE_SESSION.IDENTIFIER
                            .eq(in.value(LEGISLATIVE_SESSION.IDENTIFIER, BillKey::session)))
                    .and(BILL.IDENTIFIER_NORMALIZED
                            .eq(in.value(BILL.IDENTIFIER_NORMALIZED, key -> key.identifier().normalized())))
                    .and(BILL.DELETED_AT.isNull()),
            BillColumns::bill);

    static final PreparedQuery<ExternalIdentifier, Bill> FIND_BY_EXTERNAL_ID = prepare("bill.find-by-external-id",
            (sql, in) -> sql.select(BillColumns.OF_BILL)
                    .from(BILLS)
                    .join(BILL_IDENTIFIER).on(BILL_IDENTIFIER.BILL_ID.eq(BILL.ID))
                    .where(BILL_IDENTIFIER.SCHEME.eq(in.value(BILL_IDENTIFIER.SCHEME, ExternalIdentifier::scheme)))
                    .and(BILL_IDENTIFIER.IDENTIFIER
                            .eq(in.value(BILL_IDENTIFIER.IDENTIFIER, ExternalIdentifier::identifier)))
                    .and(BILL.DELETED_AT.isNull()),
            BillColumns::bill);

    private BillQueries() {}
}
