package org.mswada.db.repository;

import static org.mswada.db.execution.JooqSession.sql;
import static org.mswada.db.generated.Tables.BILL_ACTION;
import static org.mswada.db.generated.Tables.BILL_IDENTIFIER;
import static org.mswada.db.generated.Tables.BILL_SUBJECT;
import static org.mswada.db.generated.Tables.RELATED_BILL;
import static org.mswada.db.generated.Tables.SPONSORSHIP;

import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.mswada.db.execution.CopyRows;
import org.mswada.db.execution.JooqSession;
import org.mswada.domain.bill.BillAction;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.bill.LinkState;
import org.mswada.domain.bill.RelatedBill;
import org.mswada.domain.bill.Sponsorship;
import org.mswada.domain.legislature.SessionId;
import org.mswada.domain.sponsor.ExternalIdentifier;
import org.mswada.domain.storage.WriteSession;

/** Writes what belongs to bills by COPY: what is in the lists of one table goes in by one statement. */
final class BillChildren {
    private static final List<Field<?>> SPONSORSHIP_COLUMNS = List.of(SPONSORSHIP.BILL_ID, SPONSORSHIP.ORDINAL,
            SPONSORSHIP.SPONSOR_ID, SPONSORSHIP.NAME_AS_PRINTED, SPONSORSHIP.ENTITY_TYPE, SPONSORSHIP.ROLE,
            SPONSORSHIP.JOINED_ON, SPONSORSHIP.WITHDRAWN_ON, SPONSORSHIP.AMBIGUOUS);
    private static final List<Field<?>> ACTION_COLUMNS = List.of(BILL_ACTION.BILL_ID, BILL_ACTION.SEQUENCE,
            BILL_ACTION.OCCURRED_ON, BILL_ACTION.OCCURRED_AT, BILL_ACTION.TEXT, BILL_ACTION.CLASSES,
            BILL_ACTION.ASSERTED_STATUS);
    private static final List<Field<?>> SUBJECT_COLUMNS = List.of(BILL_SUBJECT.BILL_ID, BILL_SUBJECT.ORDINAL,
            BILL_SUBJECT.SUBJECT_ID);
    private static final List<Field<?>> IDENTIFIER_COLUMNS = List.of(BILL_IDENTIFIER.SCHEME,
            BILL_IDENTIFIER.IDENTIFIER, BILL_IDENTIFIER.BILL_ID);
    private static final List<Field<?>> RELATED_COLUMNS = List.of(RELATED_BILL.BILL_ID, RELATED_BILL.ORDINAL,
            RELATED_BILL.OTHER_SESSION, RELATED_BILL.OTHER_IDENTIFIER, RELATED_BILL.OTHER_IDENTIFIER_NORMALIZED,
            RELATED_BILL.KIND, RELATED_BILL.REASON);

    private final Subjects subjects = new Subjects();

    /** Stores all that belongs to these bills. */
    void write(WriteSession session, List<StoredContent> bills) {
        CopyRows sponsorshipRows = new CopyRows();
        CopyRows actionRows = new CopyRows();
        CopyRows relatedRows = new CopyRows();
        for (StoredContent bill : bills) {
            bill.content().sponsorships().forEach(each -> sponsorship(sponsorshipRows, bill.id(), each));
            bill.content().actions().forEach(each -> action(actionRows, bill.id(), each));
            bill.content().related().forEach(each -> related(relatedRows, bill.id(), each));
        }
        JooqSession.copy(session, BILL_ACTION, ACTION_COLUMNS, actionRows);
        JooqSession.copy(session, SPONSORSHIP, SPONSORSHIP_COLUMNS, sponsorshipRows);
        JooqSession.copy(session, RELATED_BILL, RELATED_COLUMNS, relatedRows);
        writeNames(session, bills.stream().map(bill -> new Names(bill.id(), bill.content().session(),
                bill.content().subjects(), bill.content().context().identifiers())).toList());
    }

    /** Stores by what bills are found: their subjects and identifiers. */
    void writeNames(WriteSession session, List<Names> bills) {
        Map<Subjects.Key, Integer> known = subjects.ensureAll(session, bills);
        CopyRows subjectRows = new CopyRows();
        CopyRows identifierRows = new CopyRows();
        for (Names bill : bills) {
            int ordinal = 0;
            for (String subject : bill.subjects()) {
                subjectRows.value(bill.id().value()).value(ordinal++)
                        .value(known.get(new Subjects.Key(bill.session(), subject))).endRow();
            }
            bill.identifiers().forEach(each -> identifierRows.value(each.scheme()).value(each.identifier())
                    .value(bill.id().value()).endRow());
        }
        JooqSession.copy(session, BILL_SUBJECT, SUBJECT_COLUMNS, subjectRows);
        JooqSession.copy(session, BILL_IDENTIFIER, IDENTIFIER_COLUMNS, identifierRows);
    }

    void writeActions(WriteSession session, BillId bill, List<BillAction> actions) {
        CopyRows rows = new CopyRows();
        actions.forEach(action -> action(rows, bill, action));
        JooqSession.copy(session, BILL_ACTION, ACTION_COLUMNS, rows);
    }

    void replaceSponsorships(WriteSession session, BillId bill, List<Sponsorship> sponsorships) {
        sql(session).deleteFrom(SPONSORSHIP).where(SPONSORSHIP.BILL_ID.eq(bill)).execute();
        CopyRows rows = new CopyRows();
        sponsorships.forEach(sponsorship -> sponsorship(rows, bill, sponsorship));
        JooqSession.copy(session, SPONSORSHIP, SPONSORSHIP_COLUMNS, rows);
    }

    static void delete(DSLContext sql, BillId[] bills) {
        deleteNames(sql, bills);
        sql.deleteFrom(SPONSORSHIP).where(SPONSORSHIP.BILL_ID.eq(DSL.any(bills))).execute();
        sql.deleteFrom(BILL_ACTION).where(BILL_ACTION.BILL_ID.eq(DSL.any(bills))).execute();
        sql.deleteFrom(RELATED_BILL).where(RELATED_BILL.BILL_ID.eq(DSL.any(bills))).execute();
    }

    static void deleteNames(DSLContext sql, BillId[] bills) {
        sql.deleteFrom(BILL_SUBJECT).where(BILL_SUBJECT.BILL_ID.eq(DSL.any(bills))).execute();
        sql.deleteFrom(BILL_IDENTIFIER).where(BILL_IDENTIFIER.BILL_ID.eq(DSL.any(bills))).execute();
    }

    private static void sponsorship(CopyRows rows, BillId bill, Sponsorship sponsorship) {
        rows.value(bill.value()).value(sponsorship.ordinal())
                .value(sponsorship.sponsor() == null ? null : sponsorship.sponsor().value())
                .value(sponsorship.nameAsPrinted()).value(sponsorship.entityType()).value(sponsorship.role())
                .value(sponsorship.joinedOn()).value(sponsorship.withdrawnOn())
                .value(sponsorship.link() == LinkState.AMBIGUOUS).endRow();
    }

    private static void action(CopyRows rows, BillId bill, BillAction action) {
        rows.value(bill.value()).value(action.sequence()).value(action.occurredOn()).value(action.occurredAt())
                .value(action.text()).texts(action.classes()).value(action.assertedStatus()).endRow();
    }

    private static void related(CopyRows rows, BillId bill, RelatedBill related) {
        rows.value(bill.value()).value(related.ordinal()).value(related.session().value())
                .value(related.identifier().printed()).value(related.identifier().normalized()).value(related.kind())
                .value(related.reason()).endRow();
    }

    /**
     * By what a bill is found.
     *
     * @param id the bill
     * @param session its session
     * @param subjects its subjects
     * @param identifiers its names in other registers
     */
    record Names(BillId id, SessionId session, List<String> subjects, List<ExternalIdentifier> identifiers) {}
}
