package org.mswada.domain.bill;

/** What became of the wish to move the counters of a bill. */
public enum EngagementResult {
    /** They are moved, all of them. */
    MOVED,
    /** There is no such bill, or it is deleted. */
    MISSING,
    /** One of them would be below zero, as when more bookmarks are taken away than there are; none is moved. */
    BELOW_ZERO
}
