package org.mswada.db.execution;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does small things again and again, on one daemon thread; one that fails is logged and keeps none of the others from it. */
final class Tick implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(Tick.class);

    private final Duration interval;
    private final List<Runnable> tasks;
    private final Thread thread = Thread.ofPlatform().daemon().name("database-tick").unstarted(this::run);
    private volatile boolean closed;

    private Tick(Duration interval, List<Runnable> tasks) {
        this.interval = interval;
        this.tasks = List.copyOf(tasks);
    }

    static Tick every(Duration interval, List<Runnable> tasks) {
        Tick tick = new Tick(interval, tasks);
        tick.thread.start();
        return tick;
    }

    private void run() {
        while (!closed) {
            LockSupport.parkNanos(this, interval.toNanos());
            tasks.forEach(Tick::runSafely);
        }
    }

    private static void runSafely(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOGGER.error("a tick of the data layer failed; the next one goes on", e);
        }
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }
}
