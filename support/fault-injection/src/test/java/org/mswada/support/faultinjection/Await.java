package org.mswada.support.faultinjection;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits for a condition, up to a limit. */
final class Await {
    static final Duration LONG = Duration.ofSeconds(20);
    private static final long LOOK_EVERY_NANOS = 5_000_000;

    private Await() {}

    /** Something that may become true. */
    @FunctionalInterface
    interface Condition<E extends Exception> {
        boolean holds() throws E;
    }

    /** Returns whether the condition became true in time. */
    static <E extends Exception> boolean within(Duration limit, Condition<E> condition) throws E {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() - deadline > 0) {
                return false;
            }
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        }
        return true;
    }
}
