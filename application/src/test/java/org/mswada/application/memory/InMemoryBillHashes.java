package org.mswada.application.memory;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.mswada.domain.bill.BillHashes;
import org.mswada.domain.bill.BillKey;
import org.mswada.domain.storage.ReadSession;

/** Hashes of bills in memory. */
public final class InMemoryBillHashes implements BillHashes {
    private final InMemoryStorage storage;

    /** Finds them in {@code storage}. */
    public InMemoryBillHashes(InMemoryStorage storage) {
        this.storage = storage;
    }

    @Override
    public Map<BillKey, Known> find(ReadSession session, Collection<BillKey> bills) {
        Tables tables = storage.tables(session);
        Map<BillKey, Known> found = new HashMap<>();
        for (BillKey key : bills) {
            tables.bills.values().stream().filter(stored -> {
                Tables.StoredSession own = tables.sessions.get(stored.content().session());
                return own.jurisdiction().code().equals(key.jurisdiction())
                        && own.session().identifier().equals(key.session()) && stored.content().identifier()
                                .normalized().equals(key.identifier().normalized());
            }).findFirst().ifPresent(stored -> found.put(key,
                    new Known(stored.content().hash(), stored.deleted() ? stored.updatedAt() : null)));
        }
        return found;
    }
}
