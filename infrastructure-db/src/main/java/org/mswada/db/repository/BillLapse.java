package org.mswada.db.repository;

import static org.mswada.db.execution.JooqSession.sql;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.bill.BillStatus;
import org.mswada.domain.legislature.SessionId;
import org.mswada.domain.storage.WriteSession;

/** Lets open bills lapse, by one statement for any number. */
final class BillLapse {
    static final String TEXT = "Lapsed: the session ended.";

    private static final String[] OPEN = Arrays.stream(BillStatus.values()).filter(BillStatus::isOpen).map(Enum::name)
            .toArray(String[]::new);
    private static final String LAPSE = """
            with lapsing as materialized (
                select id from bill
                where session_id = {0} and status = any ({1}) and deleted_at is null
                order by session_id, identifier_normalized for no key update),
            caused as (
                insert into bill_action (bill_id, sequence, occurred_on, text, classes, asserted_status)
                select lapsing.id, coalesce((select max(sequence) + 1 from bill_action where bill_id = lapsing.id), 0),
                    {2}, {3}, '{}', 'LAPSED'
                from lapsing
                returning bill_id, sequence)
            update bill set status = 'LAPSED', status_since = {2}, status_action = caused.sequence, \
            latest_action_on = {2}, latest_action_text = {3}, version = version + 1, updated_at = now()
            from caused where bill.id = caused.bill_id""";

    /** Nobody has seen these open in their session, so they have no version of their own as such. */
    private static final String LAPSE_AT_ONCE = """
            with lapsing as materialized (
                select bill.id, legislative_session.closed_on
                from bill join legislative_session on legislative_session.id = bill.session_id
                where bill.id = any ({0}) and bill.status = any ({1}) and legislative_session.closed_on is not null),
            caused as (
                insert into bill_action (bill_id, sequence, occurred_on, text, classes, asserted_status)
                select lapsing.id, coalesce((select max(sequence) + 1 from bill_action where bill_id = lapsing.id), 0),
                    lapsing.closed_on, {2}, '{}', 'LAPSED'
                from lapsing
                returning bill_id, sequence, occurred_on)
            update bill set status = 'LAPSED', status_since = caused.occurred_on, status_action = caused.sequence, \
            latest_action_on = caused.occurred_on, latest_action_text = {2}
            from caused where bill.id = caused.bill_id""";

    /** Lets these bills lapse, as far as they are open in a session that is closed, in the version that they have. */
    static void atOnce(DSLContext sql, List<BillId> bills) {
        if (!bills.isEmpty()) {
            sql.execute(LAPSE_AT_ONCE, ArrayParameters.uuids(bills, BillId::value), DSL.val(OPEN), DSL.val(TEXT));
        }
    }

    int run(WriteSession session, SessionId legislativeSession, LocalDate on) {
        return sql(session).execute(LAPSE, DSL.val(legislativeSession.value()), DSL.val(OPEN), DSL.val(on),
                DSL.val(TEXT));
    }
}
