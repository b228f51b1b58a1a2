package org.mswada.db.repository;

import static org.mswada.db.execution.JooqSession.sql;
import static org.mswada.db.generated.Tables.BILL;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.mswada.domain.bill.BillContent;
import org.mswada.domain.bill.BillCreateResult;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.legislature.SessionId;
import org.mswada.domain.storage.WriteSession;

/** Stores bills that are not there yet, in sessions that are open. */
final class BillCreation {
    private final BillRows rows = new BillRows();
    private final BillChildren children = new BillChildren();

    List<BillCreateResult> run(WriteSession session, List<BillContent> bills) {
        return Halving.run(session, bills, this::store, RefusedRow::ofCreation);
    }

    private List<BillCreateResult> store(WriteSession session, List<BillContent> bills) {
        DSLContext sql = sql(session);
        ClosedSessions closed = ClosedSessions.hold(sql, bills);
        List<StoredContent> written = insert(sql,
                bills.stream().filter(bill -> closed.day(bill.session()) == null).toList());
        if (!written.isEmpty()) {
            children.write(session, written);
        }
        Set<BillId> inserted = written.stream().map(StoredContent::id).collect(Collectors.toSet());
        Map<Key, BillCreateResult> taken = written.size() == bills.size() ? Map.of() : holders(sql, bills);
        return bills.stream().map(bill -> inserted.contains(bill.newId())
                ? new BillCreateResult.Created(bill.newId())
                : refusal(bill, taken, closed)).toList();
    }

    private List<StoredContent> insert(DSLContext sql, List<BillContent> bills) {
        if (bills.isEmpty()) {
            return List.of();
        }
        List<StoredContent> given = bills.stream().map(bill -> new StoredContent(bill.newId(), bill)).toList();
        Set<BillId> inserted = rows.insert(sql, given);
        return given.stream().filter(bill -> inserted.contains(bill.id())).toList();
    }

    /** That the number is taken tells more: whoever repeats what was stored before the session was closed learns it. */
    private static BillCreateResult refusal(BillContent bill, Map<Key, BillCreateResult> taken,
            ClosedSessions closed) {
        BillCreateResult holder = taken.get(Key.of(bill));
        return holder != null
                ? holder
                : new BillCreateResult.SessionClosed(
                        Objects.requireNonNull(closed.day(bill.session()), "the holder of a number vanished"));
    }

    private static Map<Key, BillCreateResult> holders(DSLContext sql, List<BillContent> bills) {
        Map<Key, BillCreateResult> holders = new HashMap<>();
        sql.select(BILL.SESSION_ID, BILL.IDENTIFIER_NORMALIZED, BILL.ID, DSL.field(BILL.DELETED_AT.isNotNull()))
                .from(BILL)
                .where(BILL.SESSION_ID
                        .eq(DSL.any(bills.stream().map(BillContent::session).distinct().toArray(SessionId[]::new))))
                .and(BILL.IDENTIFIER_NORMALIZED.eq(DSL.any(
                        bills.stream().map(bill -> bill.identifier().normalized()).toArray(String[]::new))))
                .forEach(row -> holders.put(new Key(row.value1(), row.value2()),
                        new BillCreateResult.NumberTaken(row.value3(), row.value4())));
        return holders;
    }

    /** What makes two bills the same. */
    private record Key(SessionId session, String normalized) {
        static Key of(BillContent bill) {
            return new Key(bill.session(), bill.identifier().normalized());
        }
    }
}
