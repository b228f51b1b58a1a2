package org.mswada.db.repository;

import static org.jooq.impl.DSL.row;
import static org.mswada.db.generated.Tables.BILL;
import static org.mswada.db.generated.Tables.JURISDICTION;
import static org.mswada.db.generated.Tables.LEGISLATIVE_SESSION;
import static org.mswada.db.query.PreparedQuery.prepare;

import org.jooq.Record;
import org.jooq.Table;
import org.mswada.db.query.PreparedQuery;
import org.mswada.db.query.ShapedQuery;
import org.mswada.domain.bill.Bill;
import org.mswada.domain.bill.BillCursor;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.bill.BillKey;
import org.mswada.domain.bill.BillOverview;

/** How bills are found. */
final class BillQueries {
    private static final Table<Record> BILLS = BILL
            .join(LEGISLATIVE_SESSION).on(LEGISLATIVE_SESSION.ID.eq(BILL.SESSION_ID))
            .join(JURISDICTION).on(JURISDICTION.ID.eq(LEGISLATIVE_SESSION.JURISDICTION_ID));

    static final PreparedQuery<BillId, Bill> FIND_BY_ID = prepare("bill.find-by-id",
            (sql, in) -> sql.select(BillColumns.OF_BILL)
                    .from(BILLS)
                    .where(BILL.ID.eq(in.value(BILL.ID, id -> id))),
            BillColumns::bill);

    static final PreparedQuery<BillKey, Bill> FIND_BY_KEY = prepare("bill.find-by-key",
            (sql, in) -> sql.select(BillColumns.OF_BILL)
                    .from(BILLS)
                    .where(JURISDICTION.CODE.eq(in.value(JURISDICTION.CODE, BillKey::jurisdiction)))
                    .and(LEGISLATIVE_SESSION.IDENTIFIER
                            .eq(in.value(LEGISLATIVE_SESSION.IDENTIFIER, BillKey::session)))
                    .and(BILL.IDENTIFIER_NORMALIZED
                            .eq(in.value(BILL.IDENTIFIER_NORMALIZED, key -> key.identifier().normalized()))),
            BillColumns::bill);

    /** After a cursor by a row value, not by an OR of comparisons: only this form is one range of the index. */
    static final ShapedQuery<BillListing, BillOverview> LIST = ShapedQuery.prepare("bill.list",
            (sql, in, when) -> sql.select(BillColumns.OF_OVERVIEW)
                    .from(BILLS)
                    .where(when.given(BillListing::jurisdiction,
                            code -> JURISDICTION.CODE.eq(code.value(JURISDICTION.CODE, it -> it))))
                    .and(when.given(BillListing::session, session -> LEGISLATIVE_SESSION.IDENTIFIER
                            .eq(session.value(LEGISLATIVE_SESSION.IDENTIFIER, it -> it))))
                    .and(when.given(BillListing::statuses,
                            statuses -> BILL.STATUS.eq(statuses.anyOf(BILL.STATUS, it -> it))))
                    .and(when.given(BillListing::chamber,
                            chamber -> BILL.ORIGIN_CHAMBER.eq(chamber.value(BILL.ORIGIN_CHAMBER, it -> it))))
                    .and(when.given(BillListing::after, after -> row(BILL.INTRODUCED_ON, BILL.ID)
                            .lessThan(after.value(BILL.INTRODUCED_ON, BillCursor::introducedOn),
                                    after.value(BILL.ID, BillCursor::id))))
                    .orderBy(BILL.INTRODUCED_ON.desc(), BILL.ID.desc())
                    .limit(in.limit(BillListing::rows)),
            BillColumns::overview);

    private BillQueries() {}
}
