package org.mswada.db.execution;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.LongSupplier;

/**
 * What all callers together may spend on retries: one retry for every five units, plus ten a second. Credit not used
 * within ten seconds is lost, so that a quiet hour does not pay for a storm. Lock-free; safe for use by many threads.
 *
 * <p>Counted in fifths of a retry. What was earned and what was spent or lost only ever grow, and the difference is the
 * credit; what is lost is what was earned before the window.
 */
final class RetryBudget {
    static final int UNITS_FOR_A_RETRY = 5;
    static final int RETRIES_PER_SECOND = 10;
    static final Duration WINDOW = Duration.ofSeconds(10);

    private static final long NANOS_FOR_A_FIFTH = Duration.ofSeconds(1).toNanos()
            / (RETRIES_PER_SECOND * UNITS_FOR_A_RETRY);
    private static final long SLOT_NANOS = Duration.ofMillis(100).toNanos();
    private static final int SLOTS = (int) (WINDOW.toNanos() / SLOT_NANOS);
    private static final int COUNT_BITS = 24;
    private static final long COUNT_MASK = (1L << COUNT_BITS) - 1;

    private final LongSupplier nanoTime;
    private final long start;
    private final AtomicLong units = new AtomicLong();
    private final AtomicLong spentOrLost = new AtomicLong();

    /** Units of each tenth of a second: the slot's number in the high bits, the count in the low ones. */
    private final AtomicLongArray recent = new AtomicLongArray(SLOTS);

    /** Starts without credit, at the clock's present moment. */
    RetryBudget(LongSupplier nanoTime) {
        this(nanoTime, Duration.ZERO);
    }

    private RetryBudget(LongSupplier nanoTime, Duration headStart) {
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong() - headStart.toNanos();
    }

    /** Starts with the credit of one second, so that the first unit of a server that just started may be retried too. */
    static RetryBudget withHeadStart(LongSupplier nanoTime) {
        return new RetryBudget(nanoTime, Duration.ofSeconds(1));
    }

    /** Counts a unit of work that begins at a moment of the clock, which earns a fifth of a retry. */
    void deposit(long nowNanos) {
        long slot = Math.max(0, nowNanos - start) / SLOT_NANOS;
        int index = (int) (slot % SLOTS);
        long seen;
        long next;
        do {
            seen = recent.get(index);
            // A thread held up for a whole window must not wipe out the newer slot.
            long owner = Math.max(seen >>> COUNT_BITS, slot);
            long count = owner == seen >>> COUNT_BITS ? seen & COUNT_MASK : 0;
            next = (owner << COUNT_BITS) | Math.min(count + 1, COUNT_MASK);
        } while (!recent.compareAndSet(index, seen, next));
        units.getAndIncrement();
    }

    /** Takes one retry from the budget, if there is one. */
    boolean tryRetry() {
        while (true) {
            long seen = spentOrLost.get();
            long elapsed = elapsed();
            long spent = Math.max(seen, earnedBeforeWindow(elapsed));
            if (earned(elapsed) - spent < UNITS_FOR_A_RETRY) {
                return false;
            }
            if (spentOrLost.compareAndSet(seen, spent + UNITS_FOR_A_RETRY)) {
                return true;
            }
        }
    }

    /** Returns how many retries there is credit for. */
    long available() {
        long elapsed = elapsed();
        long spent = Math.max(spentOrLost.get(), earnedBeforeWindow(elapsed));
        return Math.max(0, earned(elapsed) - spent) / UNITS_FOR_A_RETRY;
    }

    private long earned(long elapsed) {
        return units.get() + elapsed / NANOS_FOR_A_FIFTH;
    }

    private long earnedBeforeWindow(long elapsed) {
        long oldest = elapsed / SLOT_NANOS - SLOTS + 1;
        // Read before the slots: deposits meanwhile then make this too small, never too large.
        long all = units.get();
        long inWindow = 0;
        for (int index = 0; index < SLOTS; index++) {
            long seen = recent.get(index);
            if (seen >>> COUNT_BITS >= oldest) {
                inWindow += seen & COUNT_MASK;
            }
        }
        return all - inWindow + Math.max(0, elapsed - WINDOW.toNanos()) / NANOS_FOR_A_FIFTH;
    }

    private long elapsed() {
        return nanoTime.getAsLong() - start;
    }
}
