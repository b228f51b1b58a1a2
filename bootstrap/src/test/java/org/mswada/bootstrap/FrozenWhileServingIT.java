package org.mswada.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mswada.support.embeddedpostgres.EmbeddedPostgresOptions;
import org.mswada.support.embeddedpostgres.PostgresAddress;
import org.mswada.support.faultinjection.ProcessFaults;

/** A server that is told to stop while its database takes connections and answers nobody. */
final class FrozenWhileServingIT {
    private static final int CLIENTS = 64;
    private static final int SERVED_BEFORE = 500;
    private static final int INTERNAL_SERVER_ERROR = 500;
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration BACKENDS_GONE = Duration.ofSeconds(5);
    private static final Duration DRAIN_TIMEOUT = Duration.ofSeconds(4);
    /** What stopping may take beyond the drain time-out. */
    private static final Duration GRACE = Duration.ofSeconds(25);
    private static final Duration START_ENDS = Duration.ofSeconds(20);

    @TempDir
    Path dataDirectory;

    @Test
    void it_ends_within_its_limits_and_the_next_start_is_clean() throws Exception {
        loadDemo();
        try (ProcessFaults database = ProcessFaults.start(EmbeddedPostgresOptions.persistent(folder()))) {
            stopWhileServing(database);
            database.freeze();
            stopWhileStarting(database);
            database.thaw();
            try (DatabaseWitness witness = new DatabaseWitness(database.address())) {
                Await.until(BACKENDS_GONE, () -> witness.backends() == 0, () -> witness.backends() + " are left");
            }
            try (ServerProcess next = start(database).awaitReady()) {
                assertThat(next.get(next.exampleUrl()).statusCode()).isEqualTo(200);
                assertThat(next.terminate()).isZero();
            }
        }
    }

    private void stopWhileServing(ProcessFaults database) throws Exception {
        try (ServerProcess server = start(database).awaitReady();
                HttpLoad load = HttpLoad.of(CLIENTS, server.publicPort(), BillPaths.of(server))) {
            Await.until(LIMIT, () -> load.served() > SERVED_BEFORE, () -> HttpLoad.summary(load.ended()));
            database.freeze();
            Duration took = terminate(server, "serving");
            List<SentRequest> ended = load.end();
            Figures.show("%s", HttpLoad.summary(ended));
            assertThat(ended).as(server.output()).noneMatch(request -> request.status() == INTERNAL_SERVER_ERROR);
            assertThat(took).isLessThan(DRAIN_TIMEOUT.plus(GRACE));
            database.thaw();
        }
    }

    private void stopWhileStarting(ProcessFaults database) throws Exception {
        try (ServerProcess server = start(database)) {
            server.awaitOutput("server listens");
            assertThat(terminate(server, "starting")).isLessThan(START_ENDS);
        }
        try (ServerProcess server = start(database)) {
            server.awaitOutput("Waiting for it");
            assertThat(terminate(server, "waiting")).isLessThan(START_ENDS);
        }
    }

    private static Duration terminate(ServerProcess server, String when) throws InterruptedException {
        long start = System.nanoTime();
        int exitCode = server.terminate();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        Figures.show("%s, database frozen: exit code %d after %d ms", when, exitCode, took.toMillis());
        assertThat(exitCode).as(server.output()).isZero();
        return took;
    }

    private ServerProcess start(ProcessFaults database) throws Exception {
        PostgresAddress address = database.address();
        return ServerProcess.start(dataDirectory, Map.of("MSWADA_DB_URL", address.jdbcUrl("postgres"),
                "MSWADA_DB_USER", address.user(), "MSWADA_DB_PASSWORD", address.password(),
                "MSWADA_DRAIN_TIMEOUT", DRAIN_TIMEOUT.toSeconds() + "s"));
    }

    private void loadDemo() throws Exception {
        try (ServerProcess server = ServerProcess.start(dataDirectory).awaitReady()) {
            assertThat(server.terminate()).isZero();
        }
    }

    private Path folder() {
        return dataDirectory.resolve("postgres");
    }
}
