package org.mswada.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mswada.bootstrap.FaultyStart.Kind;
import org.mswada.migrations.SchemaMigrator;
import org.mswada.support.embeddedpostgres.EmbeddedPostgres;
import org.mswada.support.embeddedpostgres.EmbeddedPostgresOptions;
import org.mswada.support.embeddedpostgres.PostgresAddress;
import org.mswada.support.faultinjection.FaultProxy;

/**
 * Starts with a fault at a random step leave no thread, socket, session or process. An integration test, for
 * nothing else may run in this JVM. {@code -Dmswada.starts.seed} repeats a run.
 */
final class FaultyStartsIT {
    private static final long SEED = 4;
    /** Of a fault that was drawn for later than the start took. */
    private static final int DRAWS = 25;
    private static final Duration UNTIL_SESSIONS_END = Duration.ofSeconds(15);

    @TempDir
    static Path folder;

    private static EmbeddedPostgres postgres;
    private static EmbeddedPostgres locking;
    private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);

    @BeforeAll
    static void prepare() throws Exception {
        postgres = EmbeddedPostgres.start(EmbeddedPostgresOptions.temporary());
        locking = EmbeddedPostgres.start(EmbeddedPostgresOptions.persistent(folder.resolve("locked/postgres")));
        execute("create database empty");
        execute("create database migrated");
        PostgresAddress address = postgres.address();
        new SchemaMigrator(address.jdbcUrl("migrated"), address.user(), address.password()).migrate();
        // What comes with the first start of each sort and stays is no leak.
        assertThat(start(Kind.NOTHING, new Random(1)).isReady()).isTrue();
        assertThat(start(Kind.EMBEDDED_INTERRUPTED, new Random(1)).toString()).isNotEmpty();
        awaitNoSession("the warm-up");
    }

    @AfterAll
    static void end() {
        locking.close();
        postgres.close();
    }

    @Test
    void a_fault_at_a_random_step_of_the_start_leaves_nothing_behind() throws Exception {
        startAgainAndAgain(Kind.values().length, Long.getLong("mswada.starts.seed", SEED));
    }

    @Test
    @Tag("soak")
    void two_hundred_faults_at_random_steps_of_the_start_leave_nothing_behind() throws Exception {
        startAgainAndAgain(200, Long.getLong("mswada.starts.seed", System.nanoTime()));
    }

    /** Each sort in turn, so that none is left out. */
    private void startAgainAndAgain(int times, long seed) throws Exception {
        for (int time = 0; time < times; time++) {
            Kind kind = Kind.values()[time % Kind.values().length];
            String what = "start " + time + " of seed " + seed + " (" + kind + ")";
            Random draws = new Random(seed + time);
            boolean struck = false;
            for (int draw = 0; draw < DRAWS && !struck; draw++) {
                struck = leavesNothing(kind, draws, what + ", draw " + draw);
            }
            assertThat(struck).as(what + " had a fault in one of " + DRAWS + " draws").isTrue();
            counts.merge(kind, 1, Integer::sum);
        }
        assertThat(counts).hasSize(Kind.values().length);
    }

    /** Returns whether the fault struck. */
    private static boolean leavesNothing(Kind kind, Random random, String what) {
        Leftovers before = Leftovers.now();
        String told = what;
        try {
            FaultyStart start = start(kind, random);
            told = what + ", " + start;
            before.assertNothingCameToStay(told);
            awaitNoSession(told);
            return start.isAsMeant();
        } catch (Exception | AssertionError failure) {
            throw new AssertionError(told, failure);
        }
    }

    private static FaultyStart start(Kind kind, Random random) throws Exception {
        URI address = URI.create("postgresql://" + postgres.address().host() + ":" + postgres.address().port());
        try (FaultProxy proxy = FaultProxy.before(address.getHost(), address.getPort())) {
            FaultyStart start = new FaultyStart(random, kind, kind.isEmbedded()
                    ? Map.of("MSWADA_ENV", "development", "MSWADA_DATA_DIR",
                            folder.resolve(kind == Kind.FOLDER_LOCKED ? "locked" : "own").toString())
                    : variables(proxy, kind, random));
            start.run(proxy);
            return start;
        }
    }

    private static Map<String, String> variables(FaultProxy proxy, Kind kind, Random random) throws SQLException {
        // A migration may take as long as it needs, so one that meets a frozen server waits with it.
        boolean migrating = random.nextBoolean() && kind != Kind.FROZEN && kind != Kind.SCHEMA_BEHIND;
        if (migrating) {
            execute("drop database empty with (force)");
            execute("create database empty");
        }
        return Map.of("MSWADA_ENV", migrating ? "development" : "staging", "MSWADA_DB_TLS_MODE", "disable",
                "MSWADA_DB_URL", proxy.jdbcUrl(migrating || kind == Kind.SCHEMA_BEHIND ? "empty" : "migrated"),
                "MSWADA_DB_USER", postgres.address().user(), "MSWADA_DB_PASSWORD",
                kind == Kind.WRONG_PASSWORD ? "wrong" : postgres.address().password(), "MSWADA_DB_CONNECT_TIMEOUT",
                "1s", "MSWADA_DB_TLS_TIMEOUT", "1s", "MSWADA_HTTP_HOST", "127.0.0.1");
    }

    private static void awaitNoSession(String what) {
        Await.until(UNTIL_SESSIONS_END, () -> sessions() == 0, () -> what + " left " + sessions() + " sessions");
    }

    private static int sessions() {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select count(*) from pg_stat_activity where application_name like 'mswada%'")) {
            row.next();
            return row.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = connect(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect() throws SQLException {
        PostgresAddress address = postgres.address();
        return DriverManager.getConnection(address.jdbcUrl("postgres"), address.user(), address.password());
    }
}
