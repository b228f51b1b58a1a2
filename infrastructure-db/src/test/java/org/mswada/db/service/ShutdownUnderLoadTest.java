package org.mswada.db.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mswada.db.execution.ExecutionLimits;
import org.mswada.db.execution.JooqSession;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.ReadSession;
import org.mswada.domain.storage.StorageException;
import org.mswada.domain.storage.StorageUnavailable;

/** Shutting down under load cuts nothing that fits the drain time, and leaves nothing behind on the server. */
final class ShutdownUnderLoadTest {
    private static final Operation WRITE = Operation.write("test.write");
    private static final int POOL_SIZE = 10;
    private static final int CALLERS = 64;
    private static final int UNITS_BEFORE = 200;
    private static final String BEGIN = "insert into journal values ('begun')";
    private static final String PAUSE = "select pg_sleep(0.02)";
    private static final String LONG_PAUSE = "select pg_sleep(60)";
    private static final String END = "insert into journal values ('ended')";
    private static final Duration DRAIN = Duration.ofSeconds(10);
    private static final Duration SHORT_DRAIN = Duration.ofMillis(500);
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Duration GONE_LIMIT = Duration.ofSeconds(1);

    @RegisterExtension
    private final ServiceFixture database = ServiceFixture.probedApart(POOL_SIZE, ExecutionLimits.DEFAULT);

    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    @Test
    void running_units_finish_new_ones_are_refused_and_no_backend_is_left() throws Exception {
        Calls calls = loadUntil(this::unit, () -> database.service().shutdown(DRAIN));

        Figures.show("shut down under load: %s", calls);
        assertNothingCut(calls);
        assertThat(refused).as("new ones are told why").hasPositiveValue();
        assertThat(calls.outcomes()).containsOnlyKeys(Calls.DONE, "StorageUnavailable");
        assertThat(calls.count("StorageUnavailable")).isEqualTo(refused.get());
    }

    /** The control: closing HikariCP aborts what runs. */
    @Test
    void closing_a_pool_under_load_cuts_transactions() throws Exception {
        PlainPool plain = database.openPlain(GONE_LIMIT);
        Calls calls = loadUntil(() -> {
            begun.incrementAndGet();
            plain.transaction(BEGIN, PAUSE, END);
        }, plain::close);

        Figures.show("HikariCP closed under load: %s", calls);
        assertThatThrownBy(() -> assertNothingCut(calls)).isInstanceOf(AssertionError.class);
    }

    @Test
    void units_longer_than_the_drain_time_end_with_a_typed_failure_and_no_backend_is_left() throws Exception {
        database.execute("create table journal (entry text)");
        Calls calls = new Calls();
        try (Calls.Running _ = calls.keep(CALLERS, _ -> longUnit())) {
            Await.until("all connections are at work", LIMIT, () -> sleepers() == POOL_SIZE);
            long start = System.nanoTime();
            database.service().shutdown(SHORT_DRAIN);
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            Duration gone = Await.until("no backend is left", GONE_LIMIT, () -> backends() == 0);

            Figures.show("%s: shut down %d ms after the drain time of %d ms; backends gone %d ms later", calls,
                    took.minus(SHORT_DRAIN).toMillis(), SHORT_DRAIN.toMillis(), gone.toMillis());
            Await.until("all have ended", LIMIT, () -> refused.get() >= CALLERS);
        }
        assertThat(calls.outcomes()).as("those at work and those that waited").containsOnlyKeys("StorageUnavailable");
        assertThat(calls.count("StorageUnavailable")).as("those who waited, and new ones").isEqualTo(refused.get());
        assertThat(database.count("journal")).isZero();
    }

    /** The control: the socket is closed, and the server works on. */
    @Test
    void a_closed_pool_leaves_its_backends_at_work() throws Exception {
        PlainPool plain = database.openPlain(LIMIT);
        database.execute("create table journal (entry text)");
        try (Calls.Running _ = new Calls().keep(POOL_SIZE, _ -> plain.transaction(BEGIN, LONG_PAUSE, END))) {
            Await.until("all connections are at work", LIMIT, () -> sleepers() == POOL_SIZE);
            plain.close();

            assertThatThrownBy(() -> Await.until("no backend is left", GONE_LIMIT, () -> sleepers() == 0))
                    .isInstanceOf(AssertionError.class);
        }
    }

    private Calls loadUntil(Attempt attempt, Runnable end) throws Exception {
        database.execute("create table journal (entry text)");
        Calls calls = new Calls();
        try (Calls.Running _ = calls.keep(CALLERS, _ -> attempt.run())) {
            Await.until("there is load", LIMIT, () -> calls.count(Calls.DONE) >= UNITS_BEFORE);
            end.run();
            Await.until("no backend is left", GONE_LIMIT, () -> backends() == 0);
        }
        return calls;
    }

    /** Whoever began has ended and is stored. */
    private void assertNothingCut(Calls calls) throws SQLException {
        assertThat(calls.count(Calls.DONE)).isEqualTo(begun.get());
        assertThat(database.count("journal where entry = 'begun'")).isEqualTo(begun.get());
        assertThat(database.count("journal where entry = 'ended'")).isEqualTo(begun.get());
    }

    private void unit() {
        run(() -> database.service().write(WRITE, session -> {
            begun.incrementAndGet();
            execute(session, BEGIN);
            execute(session, PAUSE);
            return execute(session, END);
        }));
    }

    private void longUnit() {
        run(() -> database.service().write(WRITE, session -> {
            execute(session, BEGIN);
            return execute(session, LONG_PAUSE);
        }));
    }

    private void run(Runnable unit) {
        Throwable failure = catchThrowable(unit::run);
        if (failure instanceof StorageUnavailable && failure.getMessage().contains("shutting down")) {
            refused.incrementAndGet();
        }
        if (failure instanceof StorageException typed) {
            throw typed;
        }
        assertThat(failure).isNull();
    }

    private static int execute(ReadSession session, String text) {
        return JooqSession.sql(session).execute(text);
    }

    private int sleepers() {
        return count("pg_stat_activity where state = 'active' and query like '%pg_sleep%' and pid <> pg_backend_pid()");
    }

    private int backends() {
        return count("pg_stat_activity where application_name in ('mswada', 'mswada-probe', 'plain')"
                + " and datname = current_database()");
    }

    private int count(String from) {
        try {
            return database.count(from);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is run again and again. */
    @FunctionalInterface
    private interface Attempt {
        void run() throws Exception;
    }
}
