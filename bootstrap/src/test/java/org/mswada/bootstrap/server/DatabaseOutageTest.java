package org.mswada.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mswada.bootstrap.Figures;
import org.mswada.bootstrap.HttpLoad;
import org.mswada.bootstrap.config.ConfigReader;
import org.mswada.bootstrap.config.ConfigSources;
import org.mswada.bootstrap.config.ServerConfig;
import org.mswada.migrations.SchemaMigrator;
import org.mswada.support.embeddedpostgres.EmbeddedPostgresOptions;
import org.mswada.support.embeddedpostgres.PostgresAddress;
import org.mswada.support.faultinjection.ProcessFaults;

/** A real database that is down when the server starts, and goes down and comes back under load. */
final class DatabaseOutageTest {
    /** How soon it must serve again once the database accepts connections. */
    private static final Duration COME_BACK = Duration.ofSeconds(6);
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int CLIENTS = 16;
    private static final int SERVED_BEFORE = 100;
    private static final int SOAK_ROUNDS = 20;
    private static final long SEED = 20_261_122;
    private static final Duration DOWN_AT_START = Duration.ofSeconds(20);
    private static final long LONGEST_OUTAGE_MILLIS = 10_000;

    @TempDir
    Path folder;

    private final List<Duration> afterStart = new ArrayList<>();
    private final List<Duration> afterOutage = new ArrayList<>();

    @Test
    void it_serves_soon_after_the_database_accepts_without_a_restart() throws Exception {
        rounds(1, Duration.ofSeconds(1), 1_000);
    }

    @Test
    @Tag("soak")
    void it_serves_soon_after_the_database_accepts_each_time() throws Exception {
        rounds(SOAK_ROUNDS, DOWN_AT_START, LONGEST_OUTAGE_MILLIS);
    }

    private void rounds(int rounds, Duration downAtStart, long longestOutageMillis) throws Exception {
        Random random = new Random(SEED);
        try (ProcessFaults database = ProcessFaults
                .start(EmbeddedPostgresOptions.persistent(folder.resolve("postgres")))) {
            PostgresAddress address = database.address();
            new SchemaMigrator(address.jdbcUrl("postgres"), address.user(), address.password()).migrate();
            for (int round = 0; round < rounds; round++) {
                round(database, downAtStart, Duration.ofMillis(random.nextLong(longestOutageMillis)), round % 2 == 0);
            }
        }
        Figures.show("%d rounds, served after the database accepted: after the start %s, after an outage %s",
                rounds, millis(afterStart), millis(afterOutage));
    }

    private static String millis(List<Duration> times) {
        return "at most %d ms %s".formatted(times.stream().mapToLong(Duration::toMillis).max().orElseThrow(),
                times.stream().map(Duration::toMillis).toList());
    }

    private void round(ProcessFaults database, Duration downAtStart, Duration outage, boolean killed)
            throws Exception {
        database.stopAtOnce();
        try (Lifecycle lifecycle = new Lifecycle()) {
            Server server = start(database.address(), lifecycle);
            assertThat(server.isReady()).isFalse();
            try (HttpLoad load = HttpLoad.of(CLIENTS, server.publicPort(), List.of("/v1/bills?limit=20"))) {
                pass(downAtStart);
                assertThat(load.served()).isZero();
                afterStart.add(comesBack(database, load));

                await(() -> load.served() > SERVED_BEFORE);
                if (killed) {
                    database.kill();
                } else {
                    database.stopAtOnce();
                }
                pass(outage);
                afterOutage.add(comesBack(database, load));
            }
        }
    }

    /** From when the database says that it accepts connections, which is looked for every 10 ms. */
    private static Duration comesBack(ProcessFaults database, HttpLoad load) throws InterruptedException {
        database.restart();
        long accepts = System.nanoTime();
        long before = load.served();
        await(() -> load.served() > before);
        Duration took = Duration.ofNanos(System.nanoTime() - accepts);
        assertThat(took).isLessThan(COME_BACK);
        return took;
    }

    private static Server start(PostgresAddress address, Lifecycle lifecycle) throws Exception {
        ServerConfig config = ConfigReader.read(ConfigSources.of(Map.of("MSWADA_DB_URL", address.jdbcUrl("postgres"),
                "MSWADA_DB_USER", address.user(), "MSWADA_DB_PASSWORD", address.password(), "MSWADA_HTTP_PORT", "0",
                "MSWADA_ADMIN_PORT", "0")));
        return Server.start(config, DatabaseAccess.own(config, lifecycle, line -> {}), lifecycle, line -> {});
    }

    private static void pass(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("within %s", LIMIT).isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }
}
