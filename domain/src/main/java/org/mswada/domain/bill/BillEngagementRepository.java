package org.mswada.domain.bill;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.mswada.domain.storage.ReadSession;
import org.mswada.domain.storage.WriteSession;

/**
 * Counts how much bills are looked at and talked about, apart from the bills: no counter ever waits for a bill. One call is
 * about at most {@link BillRepository#MAXIMUM_IDS} bills; more are an {@link IllegalArgumentException}.
 */
public interface BillEngagementRepository {
    /**
     * Moves counters of bills; what is there not, or is deleted, is passed over. One statement, and no move is lost however
     * many are made at once.
     *
     * @return how many bills were there
     */
    int merge(WriteSession session, Map<BillId, EngagementDelta> deltas);

    /** Returns the counters of these bills; a bill that nobody has looked at is not in the map. */
    Map<BillId, BillEngagement> engagement(ReadSession session, Collection<BillId> bills);

    /**
     * Lists the bills with the highest scores, the highest first.
     *
     * @param limit the most bills to return, from 1 to {@link BillPage#MAXIMUM_LIMIT}
     */
    List<BillOverview> mostEngaged(ReadSession session, int limit);
}
