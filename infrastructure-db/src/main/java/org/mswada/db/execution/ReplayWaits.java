package org.mswada.db.execution;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.storage.Deadline;

/**
 * Reads that wait a little until the probes have seen what they must see: a standby that is far enough, or the history that
 * they know of. None has a timer of its own: they look again at each tick, and whenever a probe has learned something. Safe
 * for use by many threads.
 */
final class ReplayWaits implements Runnable, AutoCloseable {
    /** Longer than replaying takes where all is well, and short enough for the primary to be the better choice then. */
    static final Duration LONGEST = Duration.ofMillis(50);
    /** However many wait, the probes are not had to ask more often. */
    private static final Duration BETWEEN_WAKES = Duration.ofMillis(5);

    private final LongSupplier nanoTime;
    private final Runnable wakeProbes;
    private final Set<Thread> waiting = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;
    private volatile long wokenNanos;

    /** Looks at a clock like {@link System#nanoTime}, and has the probes ask when somebody waits. */
    ReplayWaits(LongSupplier nanoTime, Runnable wakeProbes) {
        this.nanoTime = nanoTime;
        this.wakeProbes = wakeProbes;
        this.wokenNanos = nanoTime.getAsLong() - BETWEEN_WAKES.toNanos();
    }

    /** Returns what is found, or null when nothing was within the time. */
    <T> @Nullable T await(Deadline deadline, Supplier<@Nullable T> look) {
        long begin = nanoTime.getAsLong();
        long limit = Math.min(LONGEST.toNanos(), deadline.remainingNanos(begin));
        waiting.add(Thread.currentThread());
        try {
            wakeProbes(begin);
            T found = look.get();
            while (found == null && !closed && nanoTime.getAsLong() - begin < limit
                    && !Thread.currentThread().isInterrupted()) {
                LockSupport.park(this);
                found = look.get();
            }
            return found;
        } finally {
            waiting.remove(Thread.currentThread());
        }
    }

    /** Something was learned: whoever waits looks again. */
    void learned() {
        waiting.forEach(LockSupport::unpark);
    }

    @Override
    public void run() {
        if (!waiting.isEmpty()) {
            wakeProbes(nanoTime.getAsLong());
            learned();
        }
    }

    private void wakeProbes(long now) {
        if (now - wokenNanos >= BETWEEN_WAKES.toNanos()) {
            wokenNanos = now;
            wakeProbes.run();
        }
    }

    @Override
    public void close() {
        closed = true;
        learned();
    }
}
