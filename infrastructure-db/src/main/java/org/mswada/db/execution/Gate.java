package org.mswada.db.execution;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Counts those inside, and lets nobody in once it is closed. Safe for use by many threads. */
final class Gate {
    private static final long CLOSED = 1L << 62;
    private static final long BETWEEN_LOOKS_NANOS = Duration.ofMillis(2).toNanos();

    /** How many are inside; {@link #CLOSED} is added when it closes. */
    private final AtomicLong inside = new AtomicLong();

    /** Returns whether the caller is in; then it must leave. */
    boolean enter() {
        if (inside.incrementAndGet() < CLOSED) {
            return true;
        }
        inside.decrementAndGet();
        return false;
    }

    void leave() {
        inside.decrementAndGet();
    }

    /** Closes, and waits until nobody is inside, at most so long; returns how many still are. */
    int close(Duration limit) {
        inside.accumulateAndGet(CLOSED, (now, closed) -> now < closed ? now + closed : now);
        long end = System.nanoTime() + limit.toNanos();
        while (count() > 0 && System.nanoTime() < end && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
        }
        return count();
    }

    private int count() {
        long now = inside.get();
        return (int) (now < CLOSED ? now : now - CLOSED);
    }

    @Override
    public String toString() {
        return "Gate(" + count() + " inside)";
    }
}
