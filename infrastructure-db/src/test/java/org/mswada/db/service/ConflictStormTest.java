package org.mswada.db.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mswada.db.execution.ExecutionLimits;
import org.mswada.db.execution.JooqSession;
import org.mswada.domain.storage.Operation;
import org.mswada.support.faultinjection.ProxyCounters;

/** Every unit meets a serialization failure: running them all again would only add to the storm. */
final class ConflictStormTest {
    private static final Operation WRITE = Operation.write("test.write").within(Duration.ofSeconds(1));
    private static final Operation READ = Operation.read("test.read");
    private static final String CONFLICT = "select conflict()";
    private static final int POOL_SIZE = 4;
    private static final int CALLERS = 64;
    private static final int NAIVE_RETRIES = 3;
    private static final int WARM_UP_UNITS = 50;
    private static final Duration SHORT = Duration.ofSeconds(2);
    private static final Duration LONG = Duration.ofSeconds(20);
    /** BEGIN, SET, the statement, ROLLBACK, and six that reset its connection after SQL of its own. */
    private static final int STATEMENTS_OF_UNIT = 4 + 6;
    private static final double SHARE = 1.2;
    private static final int RETRIES_PER_SECOND = 10;
    /** The budget of a service that just started holds what it earns in its first second. */
    private static final Duration HEAD_START = Duration.ofSeconds(1);
    /** What HikariCP asks of new connections. */
    private static final int STATEMENTS_OF_POOL = 40;

    @RegisterExtension
    private final ServiceFixture database = ServiceFixture.probedApart(POOL_SIZE, ExecutionLimits.DEFAULT);

    /** A sequence counts what a rolled back transaction did, too. */
    @BeforeEach
    void makeConflicts() throws SQLException {
        database.execute("create sequence attempts");
        database.execute("""
                create function conflict() returns void language plpgsql as $$
                begin
                    perform nextval('attempts');
                    raise exception 'as if a concurrent unit had won' using errcode = '40001';
                end $$""");
    }

    @Test
    void a_storm_of_conflicts_adds_a_fifth_to_the_load_at_most() throws Exception {
        storm(SHORT);
    }

    @Test
    @Tag("soak")
    void a_long_storm_of_conflicts_adds_a_fifth_to_the_load_at_most() throws Exception {
        storm(LONG);
    }

    /** The control: each unit is run again three times, as many libraries do by default. */
    @Test
    void naive_retries_multiply_the_load() throws Exception {
        try (PlainPool plain = database.openPlain(Duration.ofSeconds(10))) {
            Storm storm = count(System.nanoTime(), SHORT, () -> retryNaively(plain));

            Figures.show("naive retries: %s", storm);
            assertThatThrownBy(() -> assertBounded(storm)).isInstanceOf(AssertionError.class);
            assertThat(storm.attempts()).isGreaterThanOrEqualTo(3L * storm.units());
        }
    }

    /** On a service of its own, for a budget earns by the second from the moment on at which it is opened. */
    private void storm(Duration time) throws Exception {
        long opening = System.nanoTime();
        try (DatabaseService service = database.open()) {
            // The first logins of a JVM may take longer than the units are allowed to.
            Calls.run(POOL_SIZE, WARM_UP_UNITS, _ -> service.read(READ,
                    session -> JooqSession.sql(session).execute("select 1")));
            Storm storm = count(opening, time, () -> service.write(WRITE,
                    session -> JooqSession.sql(session).execute(CONFLICT)));

            Figures.show("%s", storm);
            assertBounded(storm);
            // On a slow machine the deadline of some passes first, which may have been paid a retry that never began.
            assertThat(storm.calls().outcomes()).containsKey("TransientConflict");
            assertThat(Set.of("TransientConflict", "StorageTimeout")).containsAll(storm.calls().outcomes().keySet());
            assertThat(service.metrics().retries()).isPositive()
                    .isGreaterThanOrEqualTo(storm.attempts() - storm.units());
            assertThat(service.metrics().circuit()).isEqualTo(CircuitState.CLOSED);
        }
    }

    private Storm count(long start, Duration time, Attempt attempt) throws Exception {
        ProxyCounters before = database.proxy().counters();
        Calls calls = new Calls();
        try (Calls.Running _ = calls.keep(CALLERS, _ -> attempt.run())) {
            LockSupport.parkNanos(time.toNanos());
        }
        return new Storm(calls, attempts(), database.proxy().counters().since(before).statements(),
                Duration.ofNanos(System.nanoTime() - start));
    }

    /** What must hold, of the units and of all that is sent for them. */
    private static void assertBounded(Storm storm) {
        double seconds = storm.time().plus(HEAD_START).toMillis() / 1_000.0;
        double attempts = SHARE * storm.units() + (SHARE - 1) * WARM_UP_UNITS + RETRIES_PER_SECOND * seconds;
        assertThat((double) storm.attempts()).isLessThanOrEqualTo(attempts);
        assertThat((double) storm.statements()).isLessThanOrEqualTo(STATEMENTS_OF_UNIT * attempts + STATEMENTS_OF_POOL);
    }

    private long attempts() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select last_value from attempts")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void retryNaively(PlainPool plain) throws SQLException {
        for (int retry = 0;; retry++) {
            try {
                plain.transaction(CONFLICT);
                return;
            } catch (SQLException e) {
                if (retry == NAIVE_RETRIES) {
                    throw e;
                }
            }
        }
    }

    /** What is run again and again. */
    @FunctionalInterface
    private interface Attempt {
        void run() throws Exception;
    }

    /** What callers asked for, and what the server got. */
    private record Storm(Calls calls, long attempts, long statements, Duration time) {
        long units() {
            return calls.count();
        }

        @Override
        public String toString() {
            return "%,d units in %d ms: %s; %,d attempts (x%.3f), %,d statements".formatted(units(), time.toMillis(),
                    calls, attempts, (double) attempts / units(), statements);
        }
    }
}
