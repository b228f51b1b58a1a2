package org.mswada.db.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mswada.db.execution.JooqSession;
import org.mswada.domain.storage.Operation;

/** All processes of the server are killed under load: the circuit opens, and then callers cost nothing and wait for nothing. */
final class KilledNodeTest {
    private static final Operation READ = Operation.read("test.read");
    private static final int POOL_SIZE = 10;
    private static final int CALLERS = 64;
    private static final int REFUSALS = 20_000;
    private static final int UNITS_BEFORE = 2_000;
    private static final Duration OPEN_LIMIT = Duration.ofSeconds(2);
    private static final Duration CONNECTION_TIMEOUT = Duration.ofSeconds(1);

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
    void the_circuit_opens_within_two_seconds_and_refuses_at_once_without_a_connection_attempt() throws Exception {
        try (DatabaseService service = server.openService(POOL_SIZE);
                PlainPool plain = server.openPlain(POOL_SIZE, CONNECTION_TIMEOUT)) {
            Calls.run(CALLERS, CALLERS, _ -> plain.single("select 1"));
            Duration opened = killUnderLoad(service);
            assertThat(opened).isLessThan(OPEN_LIMIT);

            long probesBefore = server.probesConnections();
            Refused refused = refuse(REFUSALS, () -> ask(service));
            Figures.show("circuit open %d ms after the kill began; %s", opened.toMillis(), refused);
            assertRefusedAtOnce(refused);
            assertThat(refused.calls().count("StorageUnavailable")).isEqualTo(REFUSALS);
            Await.until("the probe tries to connect, which shows that attempts are counted", OPEN_LIMIT,
                    () -> server.probesConnections() > probesBefore);

            // The control: callers of HikariCP alone wait, and knock on a dead server's door meanwhile.
            Refused waited = refuse(CALLERS, () -> plain.single("select 1"));
            Figures.show("HikariCP alone: %s", waited);
            assertThatThrownBy(() -> assertRefusedAtOnce(waited)).isInstanceOf(AssertionError.class);
            assertThat(waited.calls().percentile(0.5)).isGreaterThanOrEqualTo(CONNECTION_TIMEOUT);
            assertThat(waited.connections()).isPositive();
        }
    }

    /** Returns how long the circuit took to open from the moment on at which killing began. */
    private static Duration killUnderLoad(DatabaseService service) {
        Calls load = new Calls();
        try (Calls.Running _ = load.keep(CALLERS, _ -> ask(service))) {
            Await.until("the service is under load", Duration.ofSeconds(20),
                    () -> load.count(Calls.DONE) >= UNITS_BEFORE);
            CompletableFuture<Void> killed = CompletableFuture.runAsync(KilledNodeTest::kill);
            Duration opened = Await.until("the circuit is open", Duration.ofSeconds(20),
                    () -> service.metrics().circuit() == CircuitState.OPEN);
            killed.join();
            return opened;
        }
    }

    private static void kill() {
        try {
            server.processes().kill();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while the server was killed", e);
        }
    }

    private static Refused refuse(int times, Attempt attempt) throws InterruptedException {
        long before = server.callersConnections();
        Calls calls = Calls.run(CALLERS, times, _ -> attempt.run());
        return new Refused(calls, server.callersConnections() - before);
    }

    private static void assertRefusedAtOnce(Refused refused) {
        assertThat(refused.calls().count(Calls.DONE)).isZero();
        assertThat(refused.calls().percentile(0.5)).isLessThan(Duration.ofMillis(1));
        assertThat(refused.calls().percentile(0.99)).isLessThan(Duration.ofMillis(10));
        assertThat(refused.connections()).isZero();
    }

    private static void ask(DatabaseService service) {
        service.read(READ, session -> JooqSession.sql(session).fetchValue("select 1"));
    }

    /** What is asked of a dead server. */
    @FunctionalInterface
    private interface Attempt {
        void run() throws Exception;
    }

    /** How callers were refused, and how often they tried to connect meanwhile. */
    private record Refused(Calls calls, long connections) {
        @Override
        public String toString() {
            return "%s by %d callers: median %d us, p99 %d us, %d connection attempts".formatted(calls, CALLERS,
                    calls.percentile(0.5).toNanos() / 1_000, calls.percentile(0.99).toNanos() / 1_000, connections);
        }
    }
}
