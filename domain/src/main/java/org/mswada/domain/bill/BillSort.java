package org.mswada.domain.bill;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The orders in which bills can be listed. Each has a key that every bill has, and bills with the same key follow each other
 * by id in the same direction.
 */
public enum BillSort {
    /** The day of introduction, the newest first. */
    INTRODUCED(true),
    /** The day of introduction, the oldest first. */
    INTRODUCED_OLDEST_FIRST(false),
    /** The day of the latest action, or of introduction before there is one; the newest first. */
    LATEST_ACTION(true),
    /** As {@link #LATEST_ACTION}, the oldest first. */
    LATEST_ACTION_OLDEST_FIRST(false),
    /** The day on which the bill came into its status, the newest first. */
    STATUS_SINCE(true),
    /** As {@link #STATUS_SINCE}, the oldest first: what has been waiting longest. */
    STATUS_SINCE_OLDEST_FIRST(false),
    /** The moment of the last change here, the newest first. */
    UPDATED(true),
    /** As {@link #UPDATED}, the oldest first: what changed since the last look comes at the end. */
    UPDATED_OLDEST_FIRST(false);

    private final boolean newestFirst;

    BillSort(boolean newestFirst) {
        this.newestFirst = newestFirst;
    }

    /** Returns whether greater keys come first. */
    public boolean isNewestFirst() {
        return newestFirst;
    }

    /** Returns whether the key is a moment; else it is a day. */
    public boolean isByMoment() {
        return this == UPDATED || this == UPDATED_OLDEST_FIRST;
    }

    /** Returns the key of a bill: days, or microseconds for a moment, since the beginning of 1970. */
    public long key(BillOverview bill) {
        return switch (this) {
            case INTRODUCED, INTRODUCED_OLDEST_FIRST -> bill.progress().introducedOn().toEpochDay();
            case LATEST_ACTION, LATEST_ACTION_OLDEST_FIRST -> bill.progress().activeOn().toEpochDay();
            case STATUS_SINCE, STATUS_SINCE_OLDEST_FIRST -> bill.progress().statusSince().toEpochDay();
            case UPDATED, UPDATED_OLDEST_FIRST -> ChronoUnit.MICROS.between(Instant.EPOCH, bill.updatedAt());
        };
    }
}
