package org.mswada.db.connection;

import java.time.Duration;

/** Whether a server answers, as its probe says; at first nobody has said otherwise. Safe for use by many threads. */
final class Reachability {
    private static final long NANOS_OF_MILLI = 1_000_000;

    private volatile boolean reachable = true;
    /** Guarded by this. */
    private boolean closed;

    /** Returns whether nobody said that it does not. Cheap. */
    boolean isReachable() {
        return reachable;
    }

    /** Says so; returns whether that is news. Whoever waits looks again. */
    synchronized boolean becomes(boolean now) {
        boolean news = reachable != now;
        reachable = now;
        notifyAll();
        return news;
    }

    /** Waits until it answers, at most this long; returns whether it does, or nobody should wait any more. */
    synchronized boolean await(Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        for (long left = limit.toNanos(); !reachable && !closed && left > 0; left = end - System.nanoTime()) {
            wait(Math.ceilDiv(left, NANOS_OF_MILLI));
        }
        return reachable || closed;
    }

    /** From now on nobody waits. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }
}
