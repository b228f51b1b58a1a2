package org.mswada.bootstrap;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for something to become true. */
public final class Await {
    private static final long BETWEEN_LOOKS_NANOS = Duration.ofMillis(20).toNanos();

    private Await() {}

    /** Waits so long at most; {@code picture} says how it is when that was not enough. */
    public static void until(Duration limit, BooleanSupplier condition, Supplier<String> picture) {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within " + limit + ":\n" + picture.get());
            }
            LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
        }
    }
}
