package org.mswada.db.validation;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a condition. Safe for use by many threads. */
public final class Within {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(1);

    private Within() {}

    /** Returns how long it took until the condition held; empty when it did not within the limit, or on an interrupt. */
    public static Optional<Duration> limit(Duration limit, BooleanSupplier condition) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - start > limit.toNanos() || Thread.currentThread().isInterrupted()) {
                return Optional.empty();
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        return Optional.of(Duration.ofNanos(System.nanoTime() - start));
    }

    /** Returns a time for people. */
    static String milliseconds(Duration time) {
        return time.toMillis() + " ms";
    }
}
