package org.mswada.domain.bill;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.mswada.domain.storage.ReadSession;
import org.mswada.domain.storage.WriteSession;

/**
 * Counts how much bills are looked at and talked about, apart from the bills: no counter ever waits for a bill. Who follows a
 * bill is counted where that is stored, and so always right. One call is about at most {@link BillRepository#MAXIMUM_IDS}
 * bills; more are an {@link IllegalArgumentException}.
 */
public interface BillEngagementRepository {
    /**
     * Moves counters of bills, and tells of each bill whether they are. One statement, and no move is lost however many are
     * made at once; one that is refused does not touch the others.
     */
    Map<BillId, EngagementResult> merge(WriteSession session, Map<BillId, EngagementDelta> deltas);

    /** Returns the counters of these bills; one that nobody has looked at or follows, or that is deleted, is not in the map. */
    Map<BillId, BillEngagement> engagement(ReadSession session, Collection<BillId> bills);

    /**
     * Lists the bills with the highest scores, the highest first.
     *
     * @param limit the most bills to return, from 1 to {@link BillPage#MAXIMUM_LIMIT}
     */
    List<BillOverview> mostEngaged(ReadSession session, int limit);
}
