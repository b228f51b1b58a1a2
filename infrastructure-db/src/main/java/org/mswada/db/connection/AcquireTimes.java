package org.mswada.db.connection;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * How long units waited until they had a connection, all waiting before that included: of some only, for reading the clock
 * for each would cost more than all else that is done to lend one. Safe for use by many threads.
 */
public final class AcquireTimes {
    /** One of so many is measured; a power of two. */
    private static final int ONE_OF = 16;
    /** The lowest bits of some clocks are always the same. */
    private static final int LOW_BITS = 10;

    private final LongAdder count = new LongAdder();
    private final LongAdder nanos = new LongAdder();

    /** Returns whether a unit that began at this moment of the clock is one of those. */
    public static boolean isMeasured(long beginNanos) {
        return (beginNanos >>> LOW_BITS & ONE_OF - 1) == 0;
    }

    /** A unit has its connection. */
    public void acquired(long waitedNanos) {
        count.increment();
        nanos.add(waitedNanos);
    }

    /** Returns how many were measured. */
    public long count() {
        return count.sum();
    }

    /** Returns how long they waited, all together. */
    public double total(TimeUnit unit) {
        return (double) nanos.sum() / unit.toNanos(1);
    }
}
