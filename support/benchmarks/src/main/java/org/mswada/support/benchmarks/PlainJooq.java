package org.mswada.support.benchmarks;

import static org.mswada.db.generated.Tables.BILL;
import static org.mswada.db.generated.Tables.BILL_IDENTIFIER;
import static org.mswada.db.generated.Tables.BILL_SUBJECT;
import static org.mswada.db.generated.Tables.JURISDICTION;
import static org.mswada.db.generated.Tables.LEGISLATIVE_SESSION;
import static org.mswada.db.generated.Tables.SUBJECT;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jooq.Configuration;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.jooq.impl.DefaultConnectionProvider;
import org.jooq.impl.SQLDataType;
import org.mswada.db.connection.PoolGeneration;
import org.mswada.domain.bill.Bill;
import org.mswada.domain.bill.BillContext;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.bill.BillIdentifier;
import org.mswada.domain.bill.BillKey;
import org.mswada.domain.bill.BillOverview;
import org.mswada.domain.bill.BillProgress;
import org.mswada.domain.sponsor.ExternalIdentifier;

/** The query in jOOQ, built and rendered in every call. */
final class PlainJooq {
    private static final Field<String[]> SUBJECTS = DSL.array(DSL.select(SUBJECT.NAME).from(BILL_SUBJECT)
            .join(SUBJECT).on(SUBJECT.ID.eq(BILL_SUBJECT.SUBJECT_ID))
            .where(BILL_SUBJECT.BILL_ID.eq(BILL.ID)).orderBy(BILL_SUBJECT.ORDINAL)).as("subjects");

    private static final Field<String[]> IDENTIFIERS = DSL.array(DSL
            .select(DSL.concat(BILL_IDENTIFIER.SCHEME, DSL.inline(":"), BILL_IDENTIFIER.IDENTIFIER))
            .from(BILL_IDENTIFIER).where(BILL_IDENTIFIER.BILL_ID.eq(BILL.ID))
            .orderBy(BILL_IDENTIFIER.SCHEME, BILL_IDENTIFIER.IDENTIFIER)).as("identifiers");
    private static final Field<String> EXTRAS = BILL.EXTRAS.cast(SQLDataType.CLOB).as("extras");

    private final PoolGeneration pool;
    private final Configuration jooq = new DefaultConfiguration().set(SQLDialect.POSTGRES)
            .set(new Settings().withExecuteLogging(false).withAttachRecords(false).withFetchWarnings(false));

    PlainJooq(PoolGeneration pool) {
        this.pool = pool;
    }

    Optional<Bill> findById(BillId id) throws SQLException {
        try (Connection connection = pool.borrow()) {
            return DSL.using(jooq.derive(new DefaultConnectionProvider(connection)))
                    .select(BILL.ID, JURISDICTION.CODE, LEGISLATIVE_SESSION.IDENTIFIER, BILL.IDENTIFIER,
                            BILL.IDENTIFIER_NORMALIZED, BILL.CLASSIFICATION, BILL.ORIGIN_CHAMBER, BILL.TITLE,
                            BILL.SHORT_TITLE, BILL.STATUS, BILL.STATUS_SINCE, BILL.STATUS_ACTION, BILL.INTRODUCED_ON,
                            BILL.LATEST_ACTION_ON, BILL.LATEST_ACTION_TEXT, BILL.VERSION, BILL.UPDATED_AT, BILL.SUMMARY,
                            SUBJECTS, BILL.LAW_NUMBER, IDENTIFIERS, BILL.AREAS, BILL.SOURCE_URL, EXTRAS, BILL.IRREGULAR,
                            BILL.CREATED_AT)
                    .from(BILL)
                    .join(LEGISLATIVE_SESSION).on(LEGISLATIVE_SESSION.ID.eq(BILL.SESSION_ID))
                    .join(JURISDICTION).on(JURISDICTION.ID.eq(LEGISLATIVE_SESSION.JURISDICTION_ID))
                    .where(BILL.ID.eq(id)).and(BILL.DELETED_AT.isNull())
                    .fetchOptional(PlainJooq::bill);
        }
    }

    private static Bill bill(Record found) {
        return new Bill(overview(found), found.get(BILL.SUMMARY), List.of(found.get(SUBJECTS)),
                found.get(BILL.LAW_NUMBER), context(found), found.get(BILL.IRREGULAR), found.get(BILL.CREATED_AT));
    }

    private static BillContext context(Record found) {
        return new BillContext(Arrays.stream(found.get(IDENTIFIERS)).map(text -> text.split(":", 2))
                .map(parts -> new ExternalIdentifier(parts[0], parts[1])).toList(), List.of(found.get(BILL.AREAS)),
                found.get(BILL.SOURCE_URL), found.get(EXTRAS));
    }

    private static BillOverview overview(Record found) {
        BillKey key = new BillKey(found.get(JURISDICTION.CODE), found.get(LEGISLATIVE_SESSION.IDENTIFIER),
                new BillIdentifier(found.get(BILL.IDENTIFIER), found.get(BILL.IDENTIFIER_NORMALIZED)));
        BillProgress progress = new BillProgress(found.get(BILL.STATUS), found.get(BILL.STATUS_SINCE),
                found.get(BILL.STATUS_ACTION), found.get(BILL.INTRODUCED_ON), found.get(BILL.LATEST_ACTION_ON),
                found.get(BILL.LATEST_ACTION_TEXT));
        return new BillOverview(found.get(BILL.ID), key, found.get(BILL.CLASSIFICATION),
                found.get(BILL.ORIGIN_CHAMBER), found.get(BILL.TITLE), found.get(BILL.SHORT_TITLE), progress,
                found.get(BILL.VERSION), found.get(BILL.UPDATED_AT));
    }
}
