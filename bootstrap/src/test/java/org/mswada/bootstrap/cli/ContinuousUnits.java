package org.mswada.bootstrap.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jooq.impl.DSL;
import org.mswada.db.execution.JooqSession;
import org.mswada.db.service.CircuitState;
import org.mswada.db.service.DatabaseService;
import org.mswada.db.service.HealthCheckResult;
import org.mswada.domain.storage.Operation;

/** Callers that read and write until they are closed, and one thread that watches the service. */
final class ContinuousUnits implements AutoCloseable {
    private static final Operation READ = Operation.read("test.load-read");
    private static final Operation WRITE = Operation.write("test.load-write");
    private static final long ENOUGH = 100;
    /** So that this machine has a moment to spare for the other side too. */
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration LOOK = Duration.ofMillis(2);

    private final DatabaseService service;
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicLong done = new AtomicLong();
    private final Queue<String> troubles = new ConcurrentLinkedQueue<>();
    private final Set<CircuitState> circuits = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    private ContinuousUnits(DatabaseService service) {
        this.service = service;
    }

    static ContinuousUnits on(DatabaseService service, int callers) {
        ContinuousUnits units = new ContinuousUnits(service);
        for (int caller = 0; caller < callers; caller++) {
            units.threads.add(Thread.ofVirtual().start(units::call));
        }
        return units;
    }

    private void call() {
        while (!closed) {
            try {
                service.read(READ, session -> JooqSession.sql(session).fetchCount(DSL.table("bill")));
                service.write(WRITE, session -> JooqSession.sql(session)
                        .execute("update bill set version = version where false"));
                done.incrementAndGet();
                LockSupport.parkNanos(PAUSE.toNanos());
            } catch (RuntimeException e) {
                troubles.add(e.toString());
            }
        }
    }

    private void watch() {
        while (!closed) {
            circuits.add(service.metrics().circuit());
            // Degraded it is while all its connections are in use.
            if (service.healthCheck().status() == HealthCheckResult.Status.UNHEALTHY) {
                troubles.add(service.healthCheck().toString());
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    /** Waits until the load runs, and watches from then on. */
    void awaitSome() {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (done.get() < ENOUGH) {
            if (System.nanoTime() > end) {
                throw new AssertionError("only " + done + " units within " + LIMIT + ": " + troubles);
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
        threads.add(Thread.ofPlatform().start(this::watch));
    }

    /** What went wrong: units that failed, and an unhealthy service. */
    Queue<String> troubles() {
        return troubles;
    }

    /** The states of the circuit that were seen. */
    Set<CircuitState> circuits() {
        return circuits;
    }

    /** Ends the load and returns when nobody calls any more. */
    void stop() throws InterruptedException {
        closed = true;
        for (Thread thread : threads) {
            thread.join();
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
