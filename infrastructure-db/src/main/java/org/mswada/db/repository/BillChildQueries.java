package org.mswada.db.repository;

import static org.mswada.db.generated.Tables.BILL_ACTION;
import static org.mswada.db.generated.Tables.SPONSORSHIP;
import static org.mswada.db.query.PreparedQuery.prepare;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mswada.db.query.Column;
import org.mswada.db.query.Columns;
import org.mswada.db.query.PreparedQuery;
import org.mswada.db.query.RowMapper;
import org.mswada.domain.bill.BillAction;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.bill.BillStatus;
import org.mswada.domain.bill.SponsorEntityType;
import org.mswada.domain.bill.Sponsorship;
import org.mswada.domain.bill.SponsorshipRole;
import org.mswada.domain.sponsor.SponsorId;

/** How what belongs to bills is found: for all of them by one query. */
final class BillChildQueries {
    static final PreparedQuery<Collection<BillId>, OfBill<Sponsorship>> SPONSORSHIPS = prepare("bill.sponsorships",
            (sql, in) -> sql
                    .select(SPONSORSHIP.BILL_ID, SPONSORSHIP.ORDINAL, SPONSORSHIP.SPONSOR_ID,
                            SPONSORSHIP.NAME_AS_PRINTED, SPONSORSHIP.ENTITY_TYPE, SPONSORSHIP.ROLE,
                            SPONSORSHIP.JOINED_ON, SPONSORSHIP.WITHDRAWN_ON)
                    .from(SPONSORSHIP)
                    .where(SPONSORSHIP.BILL_ID.eq(in.anyOf(SPONSORSHIP.BILL_ID, bills -> bills)))
                    .orderBy(SPONSORSHIP.BILL_ID, SPONSORSHIP.ORDINAL),
            BillChildQueries::sponsorship);

    static final PreparedQuery<Collection<BillId>, OfBill<BillAction>> ACTIONS = prepare("bill.actions",
            (sql, in) -> sql
                    .select(BILL_ACTION.BILL_ID, BILL_ACTION.SEQUENCE, BILL_ACTION.OCCURRED_ON,
                            BILL_ACTION.OCCURRED_AT, BILL_ACTION.TEXT, BILL_ACTION.CLASSES,
                            BILL_ACTION.ASSERTED_STATUS)
                    .from(BILL_ACTION)
                    .where(BILL_ACTION.BILL_ID.eq(in.anyOf(BILL_ACTION.BILL_ID, bills -> bills)))
                    .orderBy(BILL_ACTION.BILL_ID, BILL_ACTION.SEQUENCE),
            BillChildQueries::action);

    private BillChildQueries() {}

    private static RowMapper<OfBill<Sponsorship>> sponsorship(Columns columns) {
        Column<BillId> bill = columns.of(SPONSORSHIP.BILL_ID);
        Column<Integer> ordinal = columns.of(SPONSORSHIP.ORDINAL);
        Column<@Nullable SponsorId> sponsor = columns.nullable(SPONSORSHIP.SPONSOR_ID);
        Column<String> nameAsPrinted = columns.of(SPONSORSHIP.NAME_AS_PRINTED);
        Column<SponsorEntityType> entityType = columns.of(SPONSORSHIP.ENTITY_TYPE);
        Column<SponsorshipRole> role = columns.of(SPONSORSHIP.ROLE);
        Column<@Nullable LocalDate> joinedOn = columns.nullable(SPONSORSHIP.JOINED_ON);
        Column<@Nullable LocalDate> withdrawnOn = columns.nullable(SPONSORSHIP.WITHDRAWN_ON);
        return row -> new OfBill<>(row.get(bill), new Sponsorship(row.get(ordinal), row.get(sponsor),
                row.get(nameAsPrinted), row.get(entityType), row.get(role), row.get(joinedOn), row.get(withdrawnOn)));
    }

    private static RowMapper<OfBill<BillAction>> action(Columns columns) {
        Column<BillId> bill = columns.of(BILL_ACTION.BILL_ID);
        Column<Integer> sequence = columns.of(BILL_ACTION.SEQUENCE);
        Column<LocalDate> occurredOn = columns.of(BILL_ACTION.OCCURRED_ON);
        Column<@Nullable Instant> occurredAt = columns.nullable(BILL_ACTION.OCCURRED_AT);
        Column<String> text = columns.of(BILL_ACTION.TEXT);
        Column<String[]> classes = columns.of(BILL_ACTION.CLASSES);
        Column<@Nullable BillStatus> assertedStatus = columns.nullable(BILL_ACTION.ASSERTED_STATUS);
        return row -> new OfBill<>(row.get(bill), new BillAction(row.get(sequence), row.get(occurredOn),
                row.get(occurredAt), row.get(text), List.of(row.get(classes)), row.get(assertedStatus)));
    }
}
