package org.mswada.domain.storage;

import java.time.Duration;

/**
 * A moment after which an answer is of no use. Counted on the JVM's own clock, so a change of the wall clock does not move
 * it; meaningless in another JVM.
 *
 * @param nanoTime the moment, in the terms of {@link System#nanoTime()}
 */
public record Deadline(long nanoTime) {
    /** Returns the moment so far from now. */
    public static Deadline in(Duration time) {
        return at(System.nanoTime(), time);
    }

    /** Returns the moment so far from another. */
    public static Deadline at(long nowNanos, Duration time) {
        return new Deadline(nowNanos + time.toNanos());
    }

    /** Returns how many nanoseconds remain at a moment; negative when the deadline has passed. */
    public long remainingNanos(long nowNanos) {
        return nanoTime - nowNanos;
    }

    /** Returns whether the deadline has passed at a moment. */
    public boolean isSpent(long nowNanos) {
        return remainingNanos(nowNanos) <= 0;
    }

    /** Returns the earlier of two. */
    public Deadline orEarlier(Deadline other) {
        return other.nanoTime - nanoTime < 0 ? other : this;
    }
}
