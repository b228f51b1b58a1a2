package org.mswada.db.service;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** One outage of a server under load, and how its callers came back. */
final class Outage {
    private static final int CALLERS = 32;
    private static final Duration BEFORE = Duration.ofSeconds(1);
    private static final Duration BETWEEN_LOGINS = Duration.ofMillis(2);

    private final MortalServer server;
    private final Duration limit;
    private final Successes service = new Successes();
    private final Successes plain = new Successes();
    private final AtomicLong accepting = new AtomicLong();

    Outage(MortalServer server, Duration limit) {
        this.server = server;
        this.limit = limit;
    }

    /** What is asked again and again. */
    @FunctionalInterface
    interface Attempt {
        void run() throws Exception;
    }

    OutageTimes pass(Duration down, Duration longer, Attempt onService, Attempt onPlain) throws Exception {
        try (Calls.Running _ = new Calls().keep(CALLERS, _ -> service.note(onService));
                Calls.Running _ = new Calls().keep(CALLERS, _ -> plain.note(onPlain))) {
            LockSupport.parkNanos(BEFORE.multipliedBy(2).toNanos());
            long killed = System.nanoTime();
            server.processes().kill();
            long dead = System.nanoTime();
            Await.untilOver(down.plus(longer));
            CompletableFuture<Void> accepts = CompletableFuture.runAsync(this::login);
            server.processes().restart();
            accepts.join();
            return new OutageTimes(down, service.after(killed, dead, accepting.get(), BEFORE, limit),
                    plain.after(killed, dead, accepting.get(), BEFORE, limit));
        }
    }

    private void login() {
        while (accepting.get() == 0) {
            try (Connection _ = server.connect()) {
                accepting.set(System.nanoTime());
            } catch (SQLException notYet) {
                LockSupport.parkNanos(BETWEEN_LOGINS.toNanos());
            }
        }
    }
}
