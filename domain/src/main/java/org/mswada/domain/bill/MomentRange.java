package org.mswada.domain.bill;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The time from one moment until another, so that ranges that follow each other share no moment.
 *
 * @param from the first moment, or null for no beginning
 * @param until the moment before which it ends, or null for no end
 */
public record MomentRange(@Nullable Instant from, @Nullable Instant until) {
    /** Refuses an end that is not after the beginning. */
    public MomentRange {
        if (from != null && until != null && !from.isBefore(until)) {
            throw new IllegalArgumentException("the time ends at " + until + ", not after it begins at " + from);
        }
    }

    /** Returns whether a moment lies in it. */
    public boolean holds(Instant moment) {
        return (from == null || !moment.isBefore(from)) && (until == null || moment.isBefore(until));
    }
}
