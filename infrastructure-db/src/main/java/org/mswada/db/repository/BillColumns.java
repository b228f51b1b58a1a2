package org.mswada.db.repository;

import static org.mswada.db.generated.Tables.BILL;
import static org.mswada.db.generated.Tables.BILL_IDENTIFIER;
import static org.mswada.db.generated.Tables.BILL_SUBJECT;
import static org.mswada.db.generated.Tables.JURISDICTION;
import static org.mswada.db.generated.Tables.LEGISLATIVE_SESSION;
import static org.mswada.db.generated.Tables.SUBJECT;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.mswada.db.query.Column;
import org.mswada.db.query.Columns;
import org.mswada.db.query.RowMapper;
import org.mswada.domain.bill.Bill;
import org.mswada.domain.bill.BillClassification;
import org.mswada.domain.bill.BillContext;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.bill.BillIdentifier;
import org.mswada.domain.bill.BillKey;
import org.mswada.domain.bill.BillOverview;
import org.mswada.domain.bill.BillProgress;
import org.mswada.domain.bill.BillStatus;
import org.mswada.domain.legislature.Chamber;
import org.mswada.domain.legislature.JurisdictionCode;
import org.mswada.domain.legislature.SessionIdentifier;
import org.mswada.domain.sponsor.ExternalIdentifier;

/** Which columns a bill is read from, and how. */
final class BillColumns {
    static final List<SelectField<?>> OF_OVERVIEW = List.of(BILL.ID, JURISDICTION.CODE, LEGISLATIVE_SESSION.IDENTIFIER,
            BILL.IDENTIFIER, BILL.IDENTIFIER_NORMALIZED, BILL.CLASSIFICATION, BILL.ORIGIN_CHAMBER, BILL.TITLE,
            BILL.SHORT_TITLE, BILL.STATUS, BILL.STATUS_SINCE, BILL.STATUS_ACTION, BILL.INTRODUCED_ON,
            BILL.LATEST_ACTION_ON, BILL.LATEST_ACTION_TEXT, BILL.VERSION, BILL.UPDATED_AT);

    private static final Field<String[]> SUBJECTS = DSL.array(DSL.select(SUBJECT.NAME)
            .from(BILL_SUBJECT)
            .join(SUBJECT).on(SUBJECT.ID.eq(BILL_SUBJECT.SUBJECT_ID))
            .where(BILL_SUBJECT.BILL_ID.eq(BILL.ID))
            .orderBy(BILL_SUBJECT.ORDINAL)).as("subjects");

    /** A scheme holds no colon. */
    private static final Field<String[]> IDENTIFIERS = DSL.array(DSL
            .select(DSL.concat(BILL_IDENTIFIER.SCHEME, DSL.inline(":"), BILL_IDENTIFIER.IDENTIFIER))
            .from(BILL_IDENTIFIER)
            .where(BILL_IDENTIFIER.BILL_ID.eq(BILL.ID))
            .orderBy(BILL_IDENTIFIER.SCHEME, BILL_IDENTIFIER.IDENTIFIER)).as("identifiers");

    private static final Field<String> EXTRAS = BILL.EXTRAS.cast(SQLDataType.CLOB).as("extras");

    static final List<SelectField<?>> OF_BILL = Stream.concat(OF_OVERVIEW.stream(), Stream.of(BILL.SUMMARY, SUBJECTS,
            BILL.LAW_NUMBER, IDENTIFIERS, BILL.AREAS, BILL.SOURCE_URL, EXTRAS, BILL.IRREGULAR, BILL.CREATED_AT))
            .toList();

    private BillColumns() {}

    static RowMapper<Bill> bill(Columns columns) {
        RowMapper<BillOverview> overview = overview(columns);
        Column<@Nullable String> summary = columns.nullable(BILL.SUMMARY);
        Column<String[]> subjects = columns.of(SUBJECTS);
        Column<@Nullable String> lawNumber = columns.nullable(BILL.LAW_NUMBER);
        RowMapper<BillContext> context = context(columns);
        Column<Boolean> irregular = columns.of(BILL.IRREGULAR);
        Column<Instant> createdAt = columns.of(BILL.CREATED_AT);
        return row -> new Bill(overview.map(row), row.get(summary), List.of(row.get(subjects)), row.get(lawNumber),
                context.map(row), row.get(irregular), row.get(createdAt));
    }

    private static RowMapper<BillContext> context(Columns columns) {
        Column<String[]> identifiers = columns.of(IDENTIFIERS);
        Column<String[]> areas = columns.of(BILL.AREAS);
        Column<@Nullable String> sourceUrl = columns.nullable(BILL.SOURCE_URL);
        Column<String> extras = columns.of(EXTRAS);
        return row -> new BillContext(Arrays.stream(row.get(identifiers)).map(BillColumns::identifier).toList(),
                List.of(row.get(areas)), row.get(sourceUrl), row.get(extras));
    }

    private static ExternalIdentifier identifier(String text) {
        int colon = text.indexOf(':');
        return new ExternalIdentifier(text.substring(0, colon), text.substring(colon + 1));
    }

    static RowMapper<BillOverview> overview(Columns columns) {
        Column<BillId> id = columns.of(BILL.ID);
        RowMapper<BillKey> key = key(columns);
        Column<BillClassification> classification = columns.of(BILL.CLASSIFICATION);
        Column<Chamber> originChamber = columns.of(BILL.ORIGIN_CHAMBER);
        Column<String> title = columns.of(BILL.TITLE);
        Column<@Nullable String> shortTitle = columns.nullable(BILL.SHORT_TITLE);
        RowMapper<BillProgress> progress = progress(columns);
        Column<Integer> version = columns.of(BILL.VERSION);
        Column<Instant> updatedAt = columns.of(BILL.UPDATED_AT);
        return row -> new BillOverview(row.get(id), key.map(row), row.get(classification), row.get(originChamber),
                row.get(title), row.get(shortTitle), progress.map(row), row.get(version), row.get(updatedAt));
    }

    private static RowMapper<BillKey> key(Columns columns) {
        Column<JurisdictionCode> jurisdiction = columns.of(JURISDICTION.CODE);
        Column<SessionIdentifier> session = columns.of(LEGISLATIVE_SESSION.IDENTIFIER);
        Column<String> printed = columns.of(BILL.IDENTIFIER);
        Column<String> normalized = columns.of(BILL.IDENTIFIER_NORMALIZED);
        return row -> new BillKey(row.get(jurisdiction), row.get(session),
                new BillIdentifier(row.get(printed), row.get(normalized)));
    }

    private static RowMapper<BillProgress> progress(Columns columns) {
        Column<BillStatus> status = columns.of(BILL.STATUS);
        Column<LocalDate> statusSince = columns.of(BILL.STATUS_SINCE);
        Column<@Nullable Integer> statusAction = columns.nullable(BILL.STATUS_ACTION);
        Column<LocalDate> introducedOn = columns.of(BILL.INTRODUCED_ON);
        Column<@Nullable LocalDate> latestActionOn = columns.nullable(BILL.LATEST_ACTION_ON);
        Column<@Nullable String> latestActionText = columns.nullable(BILL.LATEST_ACTION_TEXT);
        return row -> new BillProgress(row.get(status), row.get(statusSince), row.get(statusAction),
                row.get(introducedOn), row.get(latestActionOn), row.get(latestActionText));
    }
}
