package org.mswada.db.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mswada.db.execution.JooqSession;
import org.mswada.domain.storage.Operation;

/** How long callers wait for their first success after the server is back, beside HikariCP alone in the same outage. */
final class NodeComesBackTest {
    private static final Operation READ = Operation.read("test.read");
    private static final int POOL_SIZE = 10;
    private static final int CALLERS = 16;
    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final Duration MIDDLE = Duration.ofSeconds(5);
    private static final Duration LONG = Duration.ofSeconds(20);
    /** Beyond what a busy machine adds. */
    private static final Duration FIRST_SUCCESS_LIMIT = Duration.ofSeconds(2);
    private static final Duration NINE_TIMES_OF_TEN = Duration.ofMillis(250);
    private static final Duration GIVE_UP = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LOGINS = Duration.ofMillis(2);

    private static MortalServer server;

    @BeforeAll
    static void start() {
        server = new MortalServer();
    }

    @AfterAll
    static void end() {
        server.close();
    }

    @Test
    void callers_succeed_soon_after_an_outage_of_a_second() throws Exception {
        assertThat(afterOutages(List.of(SHORT)).ofService).allMatch(time -> time.compareTo(FIRST_SUCCESS_LIMIT) < 0);
    }

    @Test
    @Tag("soak")
    void callers_succeed_soon_after_twenty_outages_of_up_to_twenty_seconds() throws Exception {
        List<Duration> outages = new ArrayList<>();
        outages.addAll(Collections.nCopies(8, SHORT));
        outages.addAll(Collections.nCopies(8, MIDDLE));
        outages.addAll(Collections.nCopies(4, LONG));

        Times times = afterOutages(outages);

        assertThat(times.ofService).hasSize(20).allMatch(time -> time.compareTo(FIRST_SUCCESS_LIMIT) < 0);
        assertThat(times.ofService.stream().filter(time -> time.compareTo(NINE_TIMES_OF_TEN) < 0))
                .hasSizeGreaterThanOrEqualTo(18);
        // The control: what HikariCP alone needs would fail here.
        assertThat(times.ofPlain.stream().filter(time -> time.compareTo(NINE_TIMES_OF_TEN) < 0)).hasSizeLessThan(18);
    }

    private static Times afterOutages(List<Duration> outages) throws Exception {
        Times times = new Times(new ArrayList<>(), new ArrayList<>());
        try (DatabaseService service = server.openService(POOL_SIZE);
                PlainPool plain = server.openPlain(POOL_SIZE, GIVE_UP)) {
            // What a cold JVM needs for its first login is no matter of recovery.
            ask(service);
            plain.single("select 1");
            for (Duration down : outages) {
                Outage outage = new Outage();
                outage.pass(down, () -> ask(service), () -> plain.single("select 1"));
                times.ofService.add(outage.afterAccepting(outage.service));
                times.ofPlain.add(outage.afterAccepting(outage.plain));
                Figures.show("down %d s: first success %d ms after the server accepted, HikariCP alone %d ms",
                        down.toSeconds(), times.ofService.getLast().toMillis(), times.ofPlain.getLast().toMillis());
            }
        }
        return times;
    }

    private static void ask(DatabaseService service) {
        service.read(READ, session -> JooqSession.sql(session).fetchValue("select 1"));
    }

    /** How long the first success took after each outage. */
    private record Times(List<Duration> ofService, List<Duration> ofPlain) {}

    /** What is asked again and again. */
    @FunctionalInterface
    private interface Attempt {
        void run() throws Exception;
    }

    /** One outage, and the moments of the first successes after it. */
    private static final class Outage {
        private final AtomicBoolean dead = new AtomicBoolean();
        private final AtomicLong accepting = new AtomicLong();
        private final AtomicLong service = new AtomicLong();
        private final AtomicLong plain = new AtomicLong();

        void pass(Duration down, Attempt onService, Attempt onPlain) throws Exception {
            try (Calls.Running _ = new Calls().keep(CALLERS, _ -> note(service, onService));
                    Calls.Running _ = new Calls().keep(CALLERS, _ -> note(plain, onPlain))) {
                LockSupport.parkNanos(SHORT.toNanos() / 4);
                server.processes().kill();
                dead.set(true);
                LockSupport.parkNanos(down.toNanos());
                CompletableFuture<Void> accepts = CompletableFuture.runAsync(this::login);
                server.processes().restart();
                accepts.join();
                Await.until("the service succeeds again", GIVE_UP, () -> service.get() != 0);
                Await.until("HikariCP succeeds again", GIVE_UP, () -> plain.get() != 0);
            }
        }

        /** Notes the end of the first success among those that began when the server was dead, or later. */
        private void note(AtomicLong first, Attempt attempt) throws Exception {
            boolean counts = dead.get();
            attempt.run();
            if (counts) {
                first.compareAndSet(0, System.nanoTime());
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

        Duration afterAccepting(AtomicLong first) {
            return Duration.ofNanos(Math.max(0, first.get() - accepting.get()));
        }
    }
}
