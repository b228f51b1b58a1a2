package org.mswada.db.repository;

import static org.mswada.db.generated.Tables.BILL_ACTION;
import static org.mswada.db.generated.Tables.BILL_SUBJECT;
import static org.mswada.db.generated.Tables.SPONSORSHIP;

import java.util.List;
import java.util.Map;
import org.jooq.Field;
import org.mswada.db.execution.CopyRows;
import org.mswada.db.execution.JooqSession;
import org.mswada.domain.bill.BillAction;
import org.mswada.domain.bill.Sponsorship;
import org.mswada.domain.storage.WriteSession;

/** Writes what belongs to bills by COPY. */
final class BillChildren {
    private static final List<Field<?>> SPONSORSHIP_COLUMNS = List.of(SPONSORSHIP.BILL_ID, SPONSORSHIP.ORDINAL,
            SPONSORSHIP.SPONSOR_ID, SPONSORSHIP.NAME_AS_PRINTED, SPONSORSHIP.ENTITY_TYPE, SPONSORSHIP.ROLE,
            SPONSORSHIP.JOINED_ON, SPONSORSHIP.WITHDRAWN_ON);
    private static final List<Field<?>> ACTION_COLUMNS = List.of(BILL_ACTION.BILL_ID, BILL_ACTION.SEQUENCE,
            BILL_ACTION.OCCURRED_ON, BILL_ACTION.OCCURRED_AT, BILL_ACTION.TEXT, BILL_ACTION.CLASSES,
            BILL_ACTION.ASSERTED_STATUS);
    private static final List<Field<?>> SUBJECT_COLUMNS = List.of(BILL_SUBJECT.BILL_ID, BILL_SUBJECT.ORDINAL,
            BILL_SUBJECT.SUBJECT_ID);

    private final Subjects subjects = new Subjects();

    void write(WriteSession session, List<StoredContent> bills) {
        Map<Subjects.Key, Integer> known = subjects.ensureAll(session, bills);
        CopyRows sponsorshipRows = new CopyRows();
        CopyRows actionRows = new CopyRows();
        CopyRows subjectRows = new CopyRows();
        for (StoredContent bill : bills) {
            bill.content().sponsorships().forEach(each -> sponsorship(sponsorshipRows, bill, each));
            bill.content().actions().forEach(each -> action(actionRows, bill, each));
            int ordinal = 0;
            for (String subject : bill.content().subjects()) {
                subjectRows.value(bill.id().value()).value(ordinal++)
                        .value(known.get(new Subjects.Key(bill.content().session(), subject))).endRow();
            }
        }
        JooqSession.copy(session, BILL_ACTION, ACTION_COLUMNS, actionRows);
        JooqSession.copy(session, SPONSORSHIP, SPONSORSHIP_COLUMNS, sponsorshipRows);
        JooqSession.copy(session, BILL_SUBJECT, SUBJECT_COLUMNS, subjectRows);
    }

    private static void sponsorship(CopyRows rows, StoredContent bill, Sponsorship sponsorship) {
        rows.value(bill.id().value()).value(sponsorship.ordinal())
                .value(sponsorship.sponsor() == null ? null : sponsorship.sponsor().value())
                .value(sponsorship.nameAsPrinted()).value(sponsorship.entityType()).value(sponsorship.role())
                .value(sponsorship.joinedOn()).value(sponsorship.withdrawnOn()).endRow();
    }

    private static void action(CopyRows rows, StoredContent bill, BillAction action) {
        rows.value(bill.id().value()).value(action.sequence()).value(action.occurredOn()).value(action.occurredAt())
                .value(action.text()).texts(action.classes()).value(action.assertedStatus()).endRow();
    }
}
