package org.mswada.db.connection;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * How soon a pool may open its next connection. Signing in costs a server a process and a hash, and when it comes back, all
 * pools of all processes come at once: each waits for a random moment first, and leaves a random pause after each. Safe
 * for use by many threads if {@code random} is.
 */
final class ConnectPace {
    /** The mean of the pause is half of this. */
    static final Duration LONGEST_PAUSE = Duration.ofMillis(40);
    /** How soon after the server is back the first one is opened, at the latest. */
    static final Duration FIRST_WITHIN = Duration.ofMillis(50);

    private final LongSupplier nanoTime;
    private final RandomGenerator random;
    private long notBefore;

    /** The first may be opened at once. */
    ConnectPace(LongSupplier nanoTime, RandomGenerator random) {
        this.nanoTime = nanoTime;
        this.random = random;
        this.notBefore = nanoTime.getAsLong();
    }

    /** Takes the turn and returns 0, or returns how long to wait before the next look, in nanoseconds. */
    synchronized long take() {
        long now = nanoTime.getAsLong();
        if (notBefore - now > 0) {
            return notBefore - now;
        }
        notBefore = now + random.nextLong(LONGEST_PAUSE.toNanos());
        return 0;
    }

    /** The server is back. */
    synchronized void begin() {
        notBefore = nanoTime.getAsLong() + random.nextLong(FIRST_WITHIN.toNanos());
    }
}
