package org.mswada.db.execution;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to pause before a retry: "full jitter", evenly at random between nothing and a cap that doubles from retry to
 * retry, so that those who failed together do not come back together.
 */
final class BackOff {
    private final Duration first;
    private final Duration longest;
    private final RandomGenerator random;

    BackOff(Duration first, Duration longest, RandomGenerator random) {
        this.first = first;
        this.longest = longest;
        this.random = random;
    }

    /** Returns the pause before a retry, in nanoseconds, above 0 and at most the cap; the first retry is 1. */
    long nanos(int retry) {
        return random.nextLong(cap(retry)) + 1;
    }

    private long cap(int retry) {
        long cap = first.toNanos();
        for (int doubling = 1; doubling < retry && cap < longest.toNanos(); doubling++) {
            cap *= 2;
        }
        return Math.min(cap, longest.toNanos());
    }

    @Override
    public String toString() {
        return first.toMillis() + ".." + longest.toMillis() + " ms";
    }
}
