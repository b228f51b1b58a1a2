package org.mswada.domain.bill;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.storage.ReadSession;

/** Tells what is stored of bills without reading them. */
public interface BillHashes {
    /**
     * Returns what is stored of these bills, in any spelling of their numbers; one that is not stored is not in the map. One
     * that is deleted is, for it keeps its number.
     */
    Map<BillKey, Known> find(ReadSession session, Collection<BillKey> bills);

    /**
     * What is stored of a bill.
     *
     * @param hash the hash of its content
     * @param deletedAt when it was deleted, or null if it is not
     */
    record Known(ContentHash hash, @Nullable Instant deletedAt) {}
}
