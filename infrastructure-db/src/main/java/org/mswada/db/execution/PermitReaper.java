package org.mswada.db.execution;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/** Ends expired waits of all permits it watches, from one daemon thread, every 20 ms. Safe for use by many threads. */
final class PermitReaper implements AutoCloseable {
    static final Duration TICK = Duration.ofMillis(20);

    private final List<FairPermit> permits = new CopyOnWriteArrayList<>();
    private final Thread thread = Thread.ofPlatform().daemon().name("mswada-permit-reaper").unstarted(this::run);
    private volatile boolean closed;

    /** Starts the thread. */
    static PermitReaper start() {
        PermitReaper reaper = new PermitReaper();
        reaper.thread.start();
        return reaper;
    }

    private PermitReaper() {}

    /** Looks after {@code permit} from now on. */
    void watch(FairPermit permit) {
        permits.add(permit);
    }

    /** Looks after it no longer. Whoever waits for it is sent away, and nobody may wait for it again. */
    void forget(FairPermit permit) {
        permits.remove(permit);
        permit.refuseWaiting();
    }

    /** Ends the thread, and sends away whoever waits, for nobody would end their waits. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        permits.forEach(FairPermit::refuseWaiting);
    }

    private void run() {
        while (!closed) {
            LockSupport.parkNanos(this, TICK.toNanos());
            permits.forEach(FairPermit::removeExpired);
        }
    }
}
