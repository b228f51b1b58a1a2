package org.mswada.domain.bill;

import java.math.BigDecimal;

/**
 * How much a bill is looked at, talked about and followed.
 *
 * @param counters the counters, all from the beginning
 * @param trackers how many follow it now
 * @param score 10 for a vote, 5 for a comment, 3 for a share, 2 for a bookmark, 0.1 for a view
 */
public record BillEngagement(EngagementDelta counters, long trackers, BigDecimal score) {
    /** Nobody has looked at it yet, and nobody follows it. */
    public static final BillEngagement NONE = new BillEngagement(EngagementDelta.NONE, 0, BigDecimal.ZERO);
}
