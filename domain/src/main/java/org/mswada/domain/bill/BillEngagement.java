package org.mswada.domain.bill;

import java.math.BigDecimal;

/**
 * How much a bill is looked at and talked about.
 *
 * @param counters the counters, all from the beginning
 * @param score 10 for a vote, 5 for a comment, 3 for a share, 2 for a bookmark, 0.1 for a view
 */
public record BillEngagement(EngagementDelta counters, BigDecimal score) {
    /** Nobody has looked at it yet. */
    public static final BillEngagement NONE = new BillEngagement(EngagementDelta.NONE, BigDecimal.ZERO);
}
