package org.mswada.domain.bill;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.storage.ReadSession;
import org.mswada.domain.storage.WriteSession;

/** Stores bills with their actions and sponsorships. */
public interface BillRepository {
    /** Finds a bill. */
    Optional<Bill> findById(ReadSession session, BillId id);

    /** Finds a bill by its natural key, in any spelling of its number. */
    Optional<Bill> findByKey(ReadSession session, BillKey key);

    /**
     * Lists bills by day of introduction, then id, both descending.
     *
     * @param after the place after which the page begins, or null for the first page
     * @param limit the most bills to return, from 1 to {@link BillPage#MAXIMUM_LIMIT}
     */
    BillPage list(ReadSession session, BillFilter filter, @Nullable BillCursor after, int limit);

    /** Returns the sponsorships of these bills in their order; a bill without any is not in the map. */
    Map<BillId, List<Sponsorship>> sponsorships(ReadSession session, Collection<BillId> bills);

    /** Returns the actions of these bills in their order; a bill without any is not in the map. */
    Map<BillId, List<BillAction>> actions(ReadSession session, Collection<BillId> bills);

    /**
     * Stores bills, found again by session and normalized number. A bill whose hash is stored already is not touched; of
     * one that changed, the sponsorships, actions and subjects are replaced. No two of the bills have the same key.
     *
     * @return what was done with each bill, in the order given
     */
    List<UpsertResult> upsertBatch(WriteSession session, List<BillContent> bills);
}
