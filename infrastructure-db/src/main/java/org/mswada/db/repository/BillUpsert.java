package org.mswada.db.repository;

import static org.mswada.db.execution.JooqSession.sql;
import static org.mswada.db.generated.Tables.BILL;
import static org.mswada.db.generated.Tables.BILL_ACTION;
import static org.mswada.db.generated.Tables.BILL_SUBJECT;
import static org.mswada.db.generated.Tables.SPONSORSHIP;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.mswada.domain.bill.BillContent;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.bill.UpsertResult;
import org.mswada.domain.legislature.SessionId;
import org.mswada.domain.storage.WriteSession;

/** Stores a batch of bills in a fixed number of statements, whatever its size. */
final class BillUpsert {
    private final BillRows rows = new BillRows();
    private final BillChildren children = new BillChildren();

    List<UpsertResult> run(WriteSession session, List<BillContent> bills) {
        DSLContext sql = sql(session);
        Map<Key, Stored> stored = lock(sql, bills);
        List<UpsertResult> results = new ArrayList<>(bills.size());
        List<StoredContent> inserts = new ArrayList<>();
        List<StoredContent> updates = new ArrayList<>();
        for (BillContent bill : bills) {
            Stored found = stored.get(Key.of(bill));
            if (found == null) {
                inserts.add(new StoredContent(bill.newId(), bill));
                results.add(UpsertResult.INSERTED);
            } else if (found.hash().equals(bill.hash().hex())) {
                results.add(UpsertResult.UNCHANGED);
            } else {
                updates.add(new StoredContent(found.id(), bill));
                results.add(UpsertResult.UPDATED);
            }
        }
        store(session, inserts, updates);
        return results;
    }

    private void store(WriteSession session, List<StoredContent> inserts, List<StoredContent> updates) {
        DSLContext sql = sql(session);
        if (!inserts.isEmpty()) {
            rows.insert(sql, inserts);
        }
        if (!updates.isEmpty()) {
            rows.update(sql, updates);
            deleteChildren(sql, updates.stream().map(StoredContent::id).toArray(BillId[]::new));
        }
        List<StoredContent> written = new ArrayList<>(inserts);
        written.addAll(updates);
        if (!written.isEmpty()) {
            children.write(session, written);
        }
    }

    /** Locks in the order of the key, so that two imports at once wait for each other instead of deadlocking. */
    private static Map<Key, Stored> lock(DSLContext sql, List<BillContent> bills) {
        Map<Key, Stored> found = new HashMap<>();
        sql.select(BILL.SESSION_ID, BILL.IDENTIFIER_NORMALIZED, BILL.ID, BILL.CONTENT_HASH)
                .from(BILL)
                .where(BILL.SESSION_ID
                        .eq(DSL.any(bills.stream().map(BillContent::session).distinct().toArray(SessionId[]::new))))
                .and(BILL.IDENTIFIER_NORMALIZED.eq(DSL.any(
                        bills.stream().map(bill -> bill.identifier().normalized()).toArray(String[]::new))))
                .orderBy(BILL.SESSION_ID, BILL.IDENTIFIER_NORMALIZED)
                .forNoKeyUpdate()
                .forEach(row -> found.put(new Key(row.value1(), row.value2()), new Stored(row.value3(), row.value4())));
        return found;
    }

    private static void deleteChildren(DSLContext sql, BillId[] bills) {
        sql.deleteFrom(BILL_SUBJECT).where(BILL_SUBJECT.BILL_ID.eq(DSL.any(bills))).execute();
        sql.deleteFrom(SPONSORSHIP).where(SPONSORSHIP.BILL_ID.eq(DSL.any(bills))).execute();
        sql.deleteFrom(BILL_ACTION).where(BILL_ACTION.BILL_ID.eq(DSL.any(bills))).execute();
    }

    /** By what a bill is found again. */
    private record Key(SessionId session, String normalized) {
        static Key of(BillContent bill) {
            return new Key(bill.session(), bill.identifier().normalized());
        }
    }

    /** A bill that is there already. */
    private record Stored(BillId id, String hash) {}
}
