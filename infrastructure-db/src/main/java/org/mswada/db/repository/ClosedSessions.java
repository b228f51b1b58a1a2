package org.mswada.db.repository;

import static org.mswada.db.generated.Tables.BILL;
import static org.mswada.db.generated.Tables.LEGISLATIVE_SESSION;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.bill.BillContent;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.legislature.SessionId;

/**
 * Which sessions are closed, held so until the end of the unit: who closes one waits, and then sees what was stored in it.
 * Sessions are held before bills are locked, as who closes one does, so that both wait for each other instead of deadlocking.
 */
final class ClosedSessions {
    private final Map<SessionId, LocalDate> closed;

    private ClosedSessions(Map<SessionId, LocalDate> closed) {
        this.closed = closed;
    }

    static ClosedSessions hold(DSLContext sql, Collection<BillContent> bills) {
        return hold(sql, LEGISLATIVE_SESSION.ID
                .eq(DSL.any(bills.stream().map(BillContent::session).distinct().toArray(SessionId[]::new))));
    }

    static ClosedSessions holdOf(DSLContext sql, BillId bill) {
        return hold(sql, LEGISLATIVE_SESSION.ID
                .eq(DSL.select(BILL.SESSION_ID).from(BILL).where(BILL.ID.eq(bill))));
    }

    private static ClosedSessions hold(DSLContext sql, Condition which) {
        Map<SessionId, LocalDate> closed = new HashMap<>();
        sql.select(LEGISLATIVE_SESSION.ID, LEGISLATIVE_SESSION.CLOSED_ON).from(LEGISLATIVE_SESSION).where(which)
                .orderBy(LEGISLATIVE_SESSION.ID).forShare().forEach(row -> {
                    if (row.value2() != null) {
                        closed.put(row.value1(), row.value2());
                    }
                });
        return new ClosedSessions(closed);
    }

    /** Returns the day on which a session was closed, or null for one that is open. */
    @Nullable
    LocalDate day(SessionId session) {
        return closed.get(session);
    }

    /** Returns the day on which the only session was closed, or null where it is open. */
    @Nullable
    LocalDate day() {
        return closed.values().stream().findFirst().orElse(null);
    }

    /** Returns those that are open although their session is closed. */
    List<BillId> openIn(List<StoredContent> bills) {
        return bills.stream().filter(bill -> closed.containsKey(bill.content().session())
                && bill.content().progress().status().isOpen()).map(StoredContent::id).toList();
    }
}
