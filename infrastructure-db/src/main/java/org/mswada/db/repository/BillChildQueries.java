package org.mswada.db.repository;

import static org.mswada.db.generated.Tables.BILL;
import static org.mswada.db.generated.Tables.BILL_ACTION;
import static org.mswada.db.generated.Tables.LEGISLATIVE_SESSION;
import static org.mswada.db.generated.Tables.RELATED_BILL;
import static org.mswada.db.generated.Tables.SPONSORSHIP;
import static org.mswada.db.query.PreparedQuery.prepare;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mswada.db.generated.tables.Bill;
import org.mswada.db.generated.tables.LegislativeSession;
import org.mswada.db.query.Column;
import org.mswada.db.query.Columns;
import org.mswada.db.query.PreparedQuery;
import org.mswada.db.query.RowMapper;
import org.mswada.domain.bill.BillAction;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.bill.BillIdentifier;
import org.mswada.domain.bill.BillStatus;
import org.mswada.domain.bill.LinkState;
import org.mswada.domain.bill.RelatedBill;
import org.mswada.domain.bill.RelationKind;
import org.mswada.domain.bill.SponsorEntityType;
import org.mswada.domain.bill.Sponsorship;
import org.mswada.domain.bill.SponsorshipRole;
import org.mswada.domain.legislature.SessionIdentifier;
import org.mswada.domain.sponsor.SponsorId;

/** How what belongs to bills is found: for all of them by one query. */
final class BillChildQueries {
    private static final Bill OTHER_BILL = BILL.as("other_bill");
    private static final LegislativeSession OTHER_SESSION = LEGISLATIVE_SESSION.as("other_session");

    static final PreparedQuery<Collection<BillId>, OfBill<Sponsorship>> SPONSORSHIPS = prepare("bill.sponsorships",
            (sql, in) -> sql
                    .select(SPONSORSHIP.BILL_ID, SPONSORSHIP.ORDINAL, SPONSORSHIP.SPONSOR_ID,
                            SPONSORSHIP.NAME_AS_PRINTED, SPONSORSHIP.ENTITY_TYPE, SPONSORSHIP.ROLE,
                            SPONSORSHIP.JOINED_ON, SPONSORSHIP.WITHDRAWN_ON, SPONSORSHIP.AMBIGUOUS)
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

    /** The other bill is looked for by its number in the same jurisdiction: a link waits for nobody to store it. */
    static final PreparedQuery<Collection<BillId>, OfBill<RelatedBill>> RELATED = prepare("bill.related-bills",
            (sql, in) -> sql
                    .select(RELATED_BILL.BILL_ID, RELATED_BILL.ORDINAL, RELATED_BILL.OTHER_SESSION,
                            RELATED_BILL.OTHER_IDENTIFIER, RELATED_BILL.OTHER_IDENTIFIER_NORMALIZED, RELATED_BILL.KIND,
                            RELATED_BILL.REASON, OTHER_BILL.ID)
                    .from(RELATED_BILL)
                    .join(BILL).on(BILL.ID.eq(RELATED_BILL.BILL_ID))
                    .join(LEGISLATIVE_SESSION).on(LEGISLATIVE_SESSION.ID.eq(BILL.SESSION_ID))
                    .leftJoin(OTHER_SESSION).on(OTHER_SESSION.JURISDICTION_ID.eq(LEGISLATIVE_SESSION.JURISDICTION_ID))
                    .and(OTHER_SESSION.IDENTIFIER.eq(RELATED_BILL.OTHER_SESSION))
                    .leftJoin(OTHER_BILL).on(OTHER_BILL.SESSION_ID.eq(OTHER_SESSION.ID))
                    .and(OTHER_BILL.IDENTIFIER_NORMALIZED.eq(RELATED_BILL.OTHER_IDENTIFIER_NORMALIZED))
                    .and(OTHER_BILL.DELETED_AT.isNull())
                    .where(RELATED_BILL.BILL_ID.eq(in.anyOf(RELATED_BILL.BILL_ID, bills -> bills)))
                    .orderBy(RELATED_BILL.BILL_ID, RELATED_BILL.ORDINAL),
            BillChildQueries::related);

    /** A bill with the actions that brought it into a status, in their order; one without any has one row all the same. */
    static final PreparedQuery<Collection<BillId>, StatusStep> STATUS_STEPS = prepare("bill.status-steps",
            (sql, in) -> sql
                    .select(BILL.ID, BILL.ORIGIN_CHAMBER, BILL.INTRODUCED_ON, BILL_ACTION.SEQUENCE,
                            BILL_ACTION.OCCURRED_ON, BILL_ACTION.TEXT, BILL_ACTION.ASSERTED_STATUS)
                    .from(BILL)
                    .leftJoin(BILL_ACTION).on(BILL_ACTION.BILL_ID.eq(BILL.ID))
                    .and(BILL_ACTION.ASSERTED_STATUS.isNotNull())
                    .where(BILL.ID.eq(in.anyOf(BILL.ID, bills -> bills)))
                    .and(BILL.DELETED_AT.isNull())
                    .orderBy(BILL.ID, BILL_ACTION.SEQUENCE),
            StatusStep::of);

    private BillChildQueries() {}

    private static RowMapper<OfBill<RelatedBill>> related(Columns columns) {
        Column<BillId> bill = columns.of(RELATED_BILL.BILL_ID);
        Column<Integer> ordinal = columns.of(RELATED_BILL.ORDINAL);
        Column<SessionIdentifier> session = columns.of(RELATED_BILL.OTHER_SESSION);
        Column<String> printed = columns.of(RELATED_BILL.OTHER_IDENTIFIER);
        Column<String> normalized = columns.of(RELATED_BILL.OTHER_IDENTIFIER_NORMALIZED);
        Column<RelationKind> kind = columns.of(RELATED_BILL.KIND);
        Column<@Nullable String> reason = columns.nullable(RELATED_BILL.REASON);
        Column<@Nullable BillId> other = columns.nullable(OTHER_BILL.ID);
        return row -> new OfBill<>(row.get(bill), new RelatedBill(row.get(ordinal), row.get(session),
                new BillIdentifier(row.get(printed), row.get(normalized)), row.get(kind), row.get(reason),
                row.get(other)));
    }

    private static RowMapper<OfBill<Sponsorship>> sponsorship(Columns columns) {
        Column<BillId> bill = columns.of(SPONSORSHIP.BILL_ID);
        Column<Integer> ordinal = columns.of(SPONSORSHIP.ORDINAL);
        Column<@Nullable SponsorId> sponsor = columns.nullable(SPONSORSHIP.SPONSOR_ID);
        Column<String> nameAsPrinted = columns.of(SPONSORSHIP.NAME_AS_PRINTED);
        Column<SponsorEntityType> entityType = columns.of(SPONSORSHIP.ENTITY_TYPE);
        Column<SponsorshipRole> role = columns.of(SPONSORSHIP.ROLE);
        Column<@Nullable LocalDate> joinedOn = columns.nullable(SPONSORSHIP.JOINED_ON);
        Column<@Nullable LocalDate> withdrawnOn = columns.nullable(SPONSORSHIP.WITHDRAWN_ON);
        Column<Boolean> ambiguous = columns.of(SPONSORSHIP.AMBIGUOUS);
        return row -> new OfBill<>(row.get(bill), new Sponsorship(row.get(ordinal), row.get(sponsor),
                row.get(nameAsPrinted), row.get(entityType), row.get(role), row.get(joinedOn), row.get(withdrawnOn),
                link(row.get(sponsor), row.get(ambiguous))));
    }

    private static LinkState link(@Nullable SponsorId sponsor, boolean ambiguous) {
        if (sponsor != null) {
            return LinkState.LINKED;
        }
        return ambiguous ? LinkState.AMBIGUOUS : LinkState.NAME_ONLY;
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
