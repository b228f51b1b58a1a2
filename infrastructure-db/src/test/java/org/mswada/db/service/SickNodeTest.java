package org.mswada.db.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mswada.db.execution.JooqSession;
import org.mswada.domain.storage.CallContext;
import org.mswada.domain.storage.ConstraintViolated;
import org.mswada.domain.storage.Deadline;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.StorageException;
import org.mswada.domain.storage.StorageTimeout;
import org.mswada.domain.storage.StorageUnavailable;
import org.mswada.support.faultinjection.Direction;
import org.mswada.support.faultinjection.Fault;
import org.mswada.support.faultinjection.Moment;

/** What callers see while their database is sick, and when it comes back. */
final class SickNodeTest {
    private static final Operation READ = Operation.read("test.read");
    private static final Operation WRITE = Operation.write("test.write");
    private static final int CALLERS = 64;
    private static final int REFUSALS = 2_000;

    @RegisterExtension
    private final ServiceFixture database = new ServiceFixture();

    @Test
    void refused_data_and_wrong_statements_open_no_circuit_and_are_not_retried() throws SQLException {
        database.execute("insert into note values ('taken')");
        for (int time = 0; time < 300; time++) {
            assertThat(catchThrowable(() -> database.service().writeSingle(WRITE,
                    session -> JooqSession.sql(session).execute("insert into note values ('taken')"))))
                    .isInstanceOf(ConstraintViolated.class);
            assertThat(catchThrowable(() -> database.service().read(READ,
                    session -> JooqSession.sql(session).fetch("select no_such_column from note"))))
                    .isInstanceOf(StorageException.class);
        }

        DatabaseMetrics metrics = database.service().metrics();
        assertThat(metrics.circuit()).isEqualTo(CircuitState.CLOSED);
        assertThat(metrics.retries()).isZero();
        assertThat(metrics.failures()).isEqualTo(600);
    }

    @Test
    void a_killed_node_opens_the_circuit_and_callers_are_refused_at_once_until_it_is_back() throws Exception {
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            long killed = System.nanoTime();
            database.proxy().inject(Fault.reset().now().always());
            database.proxy().inject(Fault.reset().when(Moment.CONNECT).always());
            for (int caller = 0; caller < CALLERS; caller++) {
                running.add(callers.submit(() -> catchThrowable(this::ask)));
            }
            await(Duration.ofSeconds(2), () -> database.service().metrics().circuit() == CircuitState.OPEN);
            assertThat(Duration.ofNanos(System.nanoTime() - killed)).isLessThan(Duration.ofSeconds(2));
            for (Future<?> each : running) {
                each.get();
            }

            assertThat(medianRefusal()).isLessThan(Duration.ofMillis(1));
            assertThat(database.service().healthCheck().status()).isEqualTo(HealthCheckResult.Status.UNHEALTHY);

            database.proxy().heal();
            await(Duration.ofSeconds(6), () -> catchThrowable(this::ask) == null);
            await(Duration.ofSeconds(6), () -> {
                ask();
                return database.service().metrics().circuit() == CircuitState.CLOSED;
            });
            assertThat(database.service().healthCheck().issues()).isEmpty();
        }
    }

    private Duration medianRefusal() {
        List<Duration> refusals = new ArrayList<>();
        for (int time = 0; time < REFUSALS; time++) {
            long start = System.nanoTime();
            Throwable refused = catchThrowable(this::ask);
            if (refused instanceof StorageUnavailable) {
                refusals.add(Duration.ofNanos(System.nanoTime() - start));
            }
        }
        assertThat(refusals).hasSizeGreaterThan(REFUSALS / 2);
        return refusals.stream().sorted().skip(refusals.size() / 2).findFirst().orElseThrow();
    }

    @Test
    void a_statement_past_its_deadline_ends_for_the_caller_and_on_the_server() throws SQLException {
        long start = System.nanoTime();

        assertThatExceptionOfType(StorageTimeout.class).isThrownBy(
                () -> new CallContext(Deadline.in(Duration.ofMillis(300)), null).call(this::sleepLong));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        await(Duration.ofSeconds(2), () -> activeSleepers() == 0);
        assertThat(database.service().<Integer>read(READ, session -> 1)).isEqualTo(1);
    }

    @Test
    void a_frozen_way_to_the_server_is_given_up_at_the_deadline() {
        ask();
        database.proxy().inject(Fault.swallow(Direction.TO_SERVER).now().always());
        long start = System.nanoTime();

        assertThatExceptionOfType(StorageException.class).isThrownBy(
                () -> new CallContext(Deadline.in(Duration.ofMillis(500)), null).call(() -> {
                    ask();
                    return 1;
                }));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(6));
    }

    @Test
    void shutdown_lets_running_units_finish_and_refuses_new_ones() throws Exception {
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> running = callers.submit(() -> database.service().write(WRITE, session -> {
                JooqSession.sql(session).execute("insert into note values ('finished')");
                return JooqSession.sql(session).execute("select pg_sleep(0.5)");
            }));
            await(Duration.ofSeconds(5), () -> activeSleepers() == 1);

            database.service().shutdown(Duration.ofSeconds(10));

            running.get();
            assertThat(database.count("note where text = 'finished'")).isEqualTo(1);
            assertThat(catchThrowable(this::ask)).isInstanceOf(StorageUnavailable.class)
                    .hasMessageContaining("shutting down");
            await(Duration.ofSeconds(1), () -> backends() == 0);
        }
    }

    private Integer sleepLong() {
        return database.service().read(READ, session -> JooqSession.sql(session).execute("select pg_sleep(20)"));
    }

    private void ask() {
        database.service().read(READ.within(Duration.ofSeconds(5)),
                session -> JooqSession.sql(session).fetchValue("select 1"));
    }

    private int activeSleepers() {
        return count("pg_stat_activity where state = 'active' and query like '%pg_sleep%' and pid <> pg_backend_pid()");
    }

    private int backends() {
        return count("pg_stat_activity where application_name like 'mswada%' and datname = current_database()");
    }

    private int count(String from) {
        try {
            return database.count(from);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(Duration limit, BooleanSupplier condition) {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("not within " + limit).isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }
}
