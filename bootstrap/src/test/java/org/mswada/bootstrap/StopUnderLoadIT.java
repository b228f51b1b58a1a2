package org.mswada.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mswada.support.embeddedpostgres.EmbeddedPostgres;
import org.mswada.support.embeddedpostgres.EmbeddedPostgresOptions;
import org.mswada.support.embeddedpostgres.PostgresAddress;

/** A server that is told to stop while 64 connections are at work and their transactions run. */
final class StopUnderLoadIT {
    private static final int CLIENTS = 64;
    /** They ask for what needs no transaction, and so go on while the others wait. */
    private static final int CLIENTS_WITHOUT = 8;
    private static final String WITHOUT_TRANSACTION = "/openapi.yaml";
    private static final int SERVED_BEFORE = 500;
    private static final int SOAK_ROUNDS = 20;
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration BACKENDS_GONE = Duration.ofSeconds(1);
    private static final Duration DRAIN_DELAY = Duration.ofSeconds(1);
    private static final Duration DRAIN_TIMEOUT = Duration.ofSeconds(10);
    /** How long transactions wait after the server said not ready: until it is told off, or longer than it accepts. */
    private static final List<Duration> LOCKED = List.of(Duration.ofMillis(300),
            DRAIN_DELAY.plus(Duration.ofMillis(700)));

    private static final Map<String, String> DRAINING = Map.of("MSWADA_DRAIN_DELAY", "1s", "MSWADA_DRAIN_TIMEOUT",
            "10s");
    private static final Map<String, String> CARELESS = Map.of("MSWADA_DRAIN_DELAY", "0s", "MSWADA_DRAIN_TIMEOUT",
            "0s");

    @TempDir
    Path dataDirectory;

    @Test
    void what_was_accepted_is_answered_and_no_transaction_is_cut() throws Exception {
        stopAgainAndAgain(2);
    }

    @Test
    @Tag("soak")
    void what_was_accepted_is_answered_and_no_transaction_is_cut_again_and_again() throws Exception {
        stopAgainAndAgain(SOAK_ROUNDS);
    }

    /** In turn over a database that stays and over the server's own one, which goes with it. */
    private void stopAgainAndAgain(int rounds) throws Exception {
        List<StopUnderLoad> stops = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            Duration locked = LOCKED.get((round / 2 + round) % 2);
            StopUnderLoad stop = round % 2 == 0 ? overOwnDatabase(locked) : overOtherDatabase(DRAINING, "TERM", locked);
            Figures.show("round %d: %s", round + 1, stop);
            stop.assertKind(DRAIN_DELAY.plus(DRAIN_TIMEOUT));
            stops.add(stop);
        }
        Figures.show("%d rounds, slowest stop %d ms, %d requests, %d of them before not ready", rounds,
                stops.stream().mapToLong(stop -> stop.took().toMillis()).max().orElseThrow(),
                stops.stream().mapToLong(stop -> stop.requests().size()).sum(),
                stops.stream().mapToLong(stop -> stop.accepted().count()).sum());
    }

    /** The controls: a server that drains nothing, and one that is killed, do not pass for kind. */
    @Test
    void stopping_without_draining_and_killing_cut_requests_and_transactions() throws Exception {
        loadDemo();
        StopUnderLoad careless = overOtherDatabase(CARELESS, "TERM", LOCKED.getFirst());
        Figures.show("without draining: %s", careless);
        assertThat(careless.failed()).isNotEmpty();
        assertThatThrownBy(() -> careless.assertKind(LIMIT)).isInstanceOf(AssertionError.class);

        StopUnderLoad killed = overOtherDatabase(DRAINING, "KILL", LOCKED.getFirst());
        Figures.show("killed: %s", killed);
        assertThat(killed.failed()).isNotEmpty();
        assertThat(killed.cutSessions()).isPositive();
        assertThat(killed.cutLines()).isNotEmpty();
        assertThatThrownBy(() -> killed.assertKind(LIMIT)).isInstanceOf(AssertionError.class);
    }

    private void loadDemo() throws Exception {
        try (ServerProcess server = ServerProcess.start(dataDirectory).awaitReady()) {
            assertThat(server.terminate()).isZero();
        }
    }

    private StopUnderLoad overOwnDatabase(Duration locked) throws Exception {
        try (ServerProcess server = ServerProcess.start(dataDirectory, DRAINING).awaitReady()) {
            StopUnderLoad stop = stop(server, EmbeddedPostgres.findRunning(folder()).orElseThrow(), "TERM", locked);
            return stop.leaving(PostgresProcesses.of(folder().toRealPath()), DatabaseWitness.cutLines(folder()), 0);
        }
    }

    private StopUnderLoad overOtherDatabase(Map<String, String> settings, String signal, Duration locked)
            throws Exception {
        try (EmbeddedPostgres database = EmbeddedPostgres.start(EmbeddedPostgresOptions.persistent(folder()));
                DatabaseWitness after = new DatabaseWitness(database.address())) {
            PostgresAddress address = database.address();
            Map<String, String> all = new HashMap<>(settings);
            all.putAll(Map.of("MSWADA_DB_URL", address.jdbcUrl("postgres"), "MSWADA_DB_USER", address.user(),
                    "MSWADA_DB_PASSWORD", address.password()));
            long cutBefore = after.cutSessions();
            try (ServerProcess server = ServerProcess.start(dataDirectory, all).awaitReady()) {
                StopUnderLoad stop = stop(server, address, signal, locked);
                Await.until(BACKENDS_GONE, () -> after.backends() == 0, () -> after.backends() + " backends are left");
                return stop.leaving(List.of(), DatabaseWitness.cutLines(folder()), after.cutSessions() - cutBefore);
            }
        }
    }

    private Path folder() {
        return dataDirectory.resolve("postgres");
    }

    private StopUnderLoad stop(ServerProcess server, PostgresAddress address, String signal, Duration locked)
            throws Exception {
        try (HttpLoad load = HttpLoad.of(CLIENTS, server.publicPort(), BillPaths.of(server));
                HttpLoad without = HttpLoad.of(CLIENTS_WITHOUT, server.publicPort(), List.of(WITHOUT_TRANSACTION));
                Readyz readyz = Readyz.watch(server.adminPort())) {
            Await.until(LIMIT, () -> load.served() > SERVED_BEFORE, () -> HttpLoad.summary(load.ended()));
            long signalled;
            long transactions;
            try (DatabaseWitness witness = new DatabaseWitness(address)) {
                witness.lockBills();
                Await.until(LIMIT, () -> witness.waiting() >= 5, () -> witness.waiting() + " wait for the lock");
                transactions = witness.waiting();
                signalled = System.nanoTime();
                server.signal(signal);
                Await.until(LIMIT, readyz::hasSaidNotReady, server::output);
                long open = readyz.notReadyNanos() + locked.toNanos();
                Await.until(LIMIT, () -> System.nanoTime() >= open, server::output);
                witness.unlock();
            }
            int exitCode = server.exitCode();
            Duration took = Duration.ofNanos(System.nanoTime() - signalled);
            List<SentRequest> requests = new ArrayList<>(load.end());
            requests.addAll(without.end());
            return new StopUnderLoad(exitCode, took, transactions, requests, readyz.notReadyNanos(), List.of(),
                    List.of(), 0);
        }
    }
}
