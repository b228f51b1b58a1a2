package org.mswada.domain.bill;

import java.util.Collection;
import java.util.Map;
import org.mswada.domain.storage.ReadSession;

/** Tells what is stored of bills without reading them. */
public interface BillHashes {
    /**
     * Returns the content hashes of these bills, in any spelling of their numbers; one that is not stored, or is deleted, is
     * not in the map.
     */
    Map<BillKey, ContentHash> find(ReadSession session, Collection<BillKey> bills);
}
