package org.mswada.db.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mswada.db.connection.Connections;
import org.mswada.db.connection.DatabaseConfig;
import org.mswada.db.connection.SignsOfLife;
import org.mswada.support.embeddedpostgres.EmbeddedPostgres;
import org.mswada.support.embeddedpostgres.EmbeddedPostgresOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A probe of a server that is well. */
final class NodeProbeTest {
    private static final String ROLE = "of_no_rights";
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final long LOOK_EVERY_NANOS = 1_000_000;
    private static final Logger LOGGER = LoggerFactory.getLogger(NodeProbeTest.class);

    private static EmbeddedPostgres server;

    private final AtomicInteger answers = new AtomicInteger();
    private final AtomicInteger alarms = new AtomicInteger();

    @BeforeAll
    static void start() throws SQLException {
        server = EmbeddedPostgres.start(EmbeddedPostgresOptions.temporary());
        execute("create role " + ROLE + " login password 'none'");
    }

    @AfterAll
    static void end() {
        server.close();
    }

    @Test
    void it_learns_without_any_rights_what_the_server_is_and_how_far() throws SQLException {
        Instant before = Instant.now();
        String position = text("select pg_current_wal_insert_lsn()");
        try (NodeProbe probe = probe()) {
            await("an answer", () -> answers.get() > 0);

            ServerFacts facts = probe.last().facts();
            assertThat(facts).isNotNull();
            assertThat(facts.inRecovery()).isFalse();
            assertThat(facts.timeline()).isEqualTo(1);
            assertThat(facts.systemIdentifier()).isEqualTo(text("select system_identifier from pg_control_system()"));
            assertThat(facts.lsn()).isGreaterThanOrEqualTo(WalPosition.parse(position));
            assertThat(facts.postmasterStart()).isBefore(before);
            assertThat(probe.last().trouble()).isNull();
            assertThat(probe.last().latency()).isBetween(Duration.ofNanos(1), Asking.ANSWER_LIMIT);
        }
    }

    @Test
    void a_password_that_is_wrong_is_a_refusal_and_no_absence() {
        try (NodeProbe probe = new NodeProbe("primary", Connections.probing(config("wrong")), SignsOfLife.NONE,
                this::heard)) {
            probe.start();
            await("an answer", () -> answers.get() > 0);

            assertThat(probe.last().facts()).isNull();
            assertThat(probe.last().trouble()).contains("password authentication failed");
        }
    }

    @Test
    void for_whoever_waits_it_asks_up_to_two_hundred_times_a_second_and_not_more() {
        try (NodeProbe probe = probe()) {
            await("an answer", () -> answers.get() > 0);
            int before = answers.get();
            Duration time = Duration.ofMillis(500);
            long end = System.nanoTime() + time.toNanos();
            while (System.nanoTime() - end < 0) {
                probe.wake();
            }
            int asked = answers.get() - before;
            LOGGER.warn("{} answers in {} ms for whoever waits", asked, time.toMillis());
            assertThat(asked).isBetween(10, (int) (time.toNanos() / ProbePace.LEAST.toNanos()) + 1);
        }
    }

    @Test
    void under_full_load_there_is_no_false_alarm() {
        noFalseAlarm(Duration.ofSeconds(5));
    }

    @Test
    @Tag("soak")
    void in_five_minutes_of_full_load_there_is_no_false_alarm() {
        noFalseAlarm(Duration.ofMinutes(5));
    }

    private void noFalseAlarm(Duration time) {
        try (NodeProbe probe = probe(); FullLoad load = new FullLoad(() -> connect("postgres"))) {
            await("an answer", () -> answers.get() > 0);
            alarms.set(0);
            int before = answers.get();
            long end = System.nanoTime() + time.toNanos();
            while (System.nanoTime() - end < 0) {
                LockSupport.parkNanos(LOOK_EVERY_NANOS);
            }
            LOGGER.warn("{} false alarms among {} answers in {} s beside {} queries; {}", alarms,
                    answers.get() - before,
                    time.toSeconds(), load.queries(), probe);
            assertThat(alarms).hasValue(0);
            assertThat(answers.get() - before).isGreaterThan((int) time.toSeconds());
            assertThat(load.queries()).isGreaterThan(time.toSeconds());
        }
    }

    private NodeProbe probe() {
        NodeProbe probe = new NodeProbe("primary", Connections.probing(config("none")), SignsOfLife.NONE, this::heard);
        probe.start();
        return probe;
    }

    private void heard(ProbeResult result) {
        (result.reachable() ? answers : alarms).incrementAndGet();
    }

    private static DatabaseConfig config(String password) {
        return new DatabaseConfig(server.address().jdbcUrl("postgres"), ROLE, password, 0, 1, Duration.ofMinutes(1));
    }

    private static Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(server.address().jdbcUrl(database), server.address().user(),
                server.address().password());
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = connect("postgres"); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String text(String sql) throws SQLException {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("not within " + LIMIT + ": " + what);
            }
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        }
    }
}
