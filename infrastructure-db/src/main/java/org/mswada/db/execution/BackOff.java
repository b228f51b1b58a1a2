package org.mswada.db.execution;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/**
 * How long to wait before a re-run, with full jitter: anything from nothing to a cap that doubles from 100 ms to 5 s.
 * See Marc Brooker, "Exponential Backoff And Jitter". Safe for use by many threads if {@code random} is.
 */
record BackOff(RandomGenerator random) {
    static final Duration FIRST_CAP = Duration.ofMillis(100);
    static final Duration LAST_CAP = Duration.ofSeconds(5);
    private static final int DOUBLINGS = 6;

    /** Draws from each thread's own generator. */
    BackOff() {
        this(() -> ThreadLocalRandom.current().nextLong());
    }

    /** Returns the longest wait before the re-run of this number, from 1. */
    static Duration cap(int rerun) {
        if (rerun < 1) {
            throw new IllegalArgumentException("re-run " + rerun + " is not possible: the first is 1");
        }
        Duration doubled = FIRST_CAP.multipliedBy(1L << Math.min(rerun - 1, DOUBLINGS));
        return doubled.compareTo(LAST_CAP) > 0 ? LAST_CAP : doubled;
    }

    /** Returns a wait before the re-run of this number, from 1: more than nothing, and the cap at most. */
    Duration next(int rerun) {
        return Duration.ofNanos(1 + random.nextLong(cap(rerun).toNanos()));
    }
}
