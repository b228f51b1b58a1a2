package org.mswada.db.repository;

import static org.mswada.db.execution.JooqSession.sql;
import static org.mswada.db.generated.Tables.BILL;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.bill.BillContent;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.bill.UpsertResult;
import org.mswada.domain.legislature.SessionId;
import org.mswada.domain.storage.WriteSession;

/** Stores a batch of bills in a fixed number of statements, whatever its size; only rows that are refused cost more. */
final class BillUpsert {
    private final BillRows rows = new BillRows();
    private final BillChildren children = new BillChildren();

    List<UpsertResult> run(WriteSession session, List<BillContent> bills) {
        return Halving.run(session, bills, this::store, RefusedRow::ofImport);
    }

    private List<UpsertResult> store(WriteSession session, List<BillContent> bills) {
        DSLContext sql = sql(session);
        ClosedSessions closed = ClosedSessions.hold(sql, bills);
        Plan plan = new Plan(bills, lock(sql, bills));
        List<StoredContent> lost = insert(sql, plan);
        if (!lost.isEmpty()) {
            plan.compare(lost, lock(sql, lost.stream().map(StoredContent::content).toList()));
        }
        if (!plan.updates.isEmpty()) {
            rows.update(sql, plan.updates);
            BillChildren.delete(sql, plan.updates.stream().map(StoredContent::id).toArray(BillId[]::new));
        }
        List<StoredContent> written = new ArrayList<>(plan.inserts);
        written.addAll(plan.updates);
        if (!written.isEmpty()) {
            children.write(session, written);
            BillLapse.atOnce(sql, closed.openIn(written));
        }
        return bills.stream().map(bill -> Objects.requireNonNull(plan.results.get(Key.of(bill)))).toList();
    }

    /** Returns those that somebody else has inserted since they were looked for; they are there now. */
    private List<StoredContent> insert(DSLContext sql, Plan plan) {
        if (plan.inserts.isEmpty()) {
            return List.of();
        }
        Set<BillId> inserted = rows.insert(sql, plan.inserts);
        List<StoredContent> lost = plan.inserts.stream().filter(bill -> !inserted.contains(bill.id())).toList();
        plan.inserts.removeAll(lost);
        return lost;
    }

    /** What is done with each bill. */
    private static final class Plan {
        private final Map<Key, UpsertResult> results = new HashMap<>();
        private final List<StoredContent> inserts = new ArrayList<>();
        private final List<StoredContent> updates = new ArrayList<>();

        Plan(List<BillContent> bills, Map<Key, Stored> stored) {
            for (BillContent bill : bills) {
                if (stored.containsKey(Key.of(bill))) {
                    compare(bill, stored);
                } else {
                    inserts.add(new StoredContent(bill.newId(), bill));
                    results.put(Key.of(bill), UpsertResult.INSERTED);
                }
            }
        }

        void compare(List<StoredContent> bills, Map<Key, Stored> stored) {
            bills.forEach(bill -> compare(bill.content(), stored));
        }

        private void compare(BillContent bill, Map<Key, Stored> stored) {
            Stored found = Objects.requireNonNull(stored.get(Key.of(bill)), "a bill vanished while it was stored");
            Instant deletedAt = found.deletedAt();
            if (deletedAt != null) {
                results.put(Key.of(bill), UpsertResult.deleted(bill.identifier(), deletedAt));
                return;
            }
            boolean unchanged = found.hash().equals(bill.hash().hex());
            if (!unchanged) {
                updates.add(new StoredContent(found.id(), bill));
            }
            results.put(Key.of(bill), unchanged ? UpsertResult.UNCHANGED : UpsertResult.UPDATED);
        }
    }

    /** Locks in the order of the key, so that two imports at once wait for each other instead of deadlocking. */
    private static Map<Key, Stored> lock(DSLContext sql, List<BillContent> bills) {
        Map<Key, Stored> found = new HashMap<>();
        sql.select(BILL.SESSION_ID, BILL.IDENTIFIER_NORMALIZED, BILL.ID, BILL.CONTENT_HASH,
                BILL.DELETED_AT)
                .from(BILL)
                .where(BILL.SESSION_ID
                        .eq(DSL.any(bills.stream().map(BillContent::session).distinct().toArray(SessionId[]::new))))
                .and(BILL.IDENTIFIER_NORMALIZED.eq(DSL.any(
                        bills.stream().map(bill -> bill.identifier().normalized()).toArray(String[]::new))))
                .orderBy(BILL.SESSION_ID, BILL.IDENTIFIER_NORMALIZED)
                .forNoKeyUpdate()
                .forEach(row -> found.put(new Key(row.value1(), row.value2()),
                        new Stored(row.value3(), row.value4(), row.value5())));
        return found;
    }

    /** By what a bill is found again. */
    private record Key(SessionId session, String normalized) {
        static Key of(BillContent bill) {
            return new Key(bill.session(), bill.identifier().normalized());
        }
    }

    /** A bill that is there already. */
    private record Stored(BillId id, String hash, @Nullable Instant deletedAt) {}
}
