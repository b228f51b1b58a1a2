package org.mswada.db.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mswada.db.execution.JooqSession;
import org.mswada.domain.storage.CallContext;
import org.mswada.domain.storage.Deadline;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.ReadSession;
import org.mswada.domain.storage.StorageException;
import org.mswada.domain.storage.StorageTimeout;
import org.mswada.support.faultinjection.Direction;
import org.mswada.support.faultinjection.Fault;

/** The caller's deadline ends everything: the wait, the statement, and what the server does for it. */
final class DeadlineTest {
    private static final Operation READ = Operation.read("test.read");
    private static final Operation WRITE = Operation.write("test.write");
    private static final String SLEEP = "select pg_sleep(20)";
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Duration SERVER_LIMIT = Duration.ofSeconds(1);
    private static final Duration OCCUPIED = Duration.ofSeconds(4);

    @RegisterExtension
    private final ServiceFixture database = new ServiceFixture();

    @Test
    void a_statement_past_its_deadline_ends_for_the_caller_and_on_the_server() {
        long start = System.nanoTime();

        assertThatExceptionOfType(StorageTimeout.class).isThrownBy(() -> within(SHORT, () -> read(SLEEP)));

        assertThat(since(start)).isLessThan(LIMIT);
        assertNothingRunsOn();
        read("select 1");
    }

    /** The control: the time-out of the socket ends the wait of the client, and the server goes on. */
    @Test
    void a_socket_time_out_leaves_the_statement_running() throws SQLException {
        try (Connection connection = database.connectThroughProxy("socketTimeout=1");
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(SLEEP)).isInstanceOf(SQLException.class);
        }

        assertThatThrownBy(this::assertNothingRunsOn).isInstanceOf(AssertionError.class);
    }

    /** A cancellation that comes when nothing runs yet has no effect; the deadline must end what comes after, too. */
    @Test
    void a_statement_begun_after_the_deadline_does_not_run_on_either() {
        assertThatExceptionOfType(StorageTimeout.class).isThrownBy(() -> within(SHORT,
                () -> database.service().write(WRITE, session -> {
                    execute(session, "select 1");
                    LockSupport.parkNanos(SHORT.multipliedBy(2).toNanos());
                    return execute(session, SLEEP);
                })));

        assertNothingRunsOn();
    }

    @Test
    void a_transaction_past_its_deadline_is_rolled_back_and_says_so() throws SQLException {
        assertThatExceptionOfType(StorageTimeout.class).isThrownBy(() -> within(SHORT,
                () -> database.service().write(WRITE, session -> {
                    execute(session, "insert into note values ('late')");
                    return execute(session, SLEEP);
                })));

        assertNothingRunsOn();
        assertThat(database.count("note")).isZero();
        database.service().write(WRITE, session -> execute(session, "select 1"));
    }

    @Test
    void the_wait_for_a_connection_ends_at_the_deadline() throws Exception {
        int poolSize = database.service().healthCheck().servers().getFirst().read().maximumPoolSize();
        try (Calls.Running _ = new Calls().keep(poolSize, _ -> within(OCCUPIED, () -> read(SLEEP)))) {
            Await.until("no connection is free", LIMIT, () -> sleepers() == poolSize);
            long start = System.nanoTime();

            assertThatExceptionOfType(StorageTimeout.class).isThrownBy(() -> within(SHORT, () -> read("select 1")))
                    .withMessageContaining("while it waited for a connection");

            assertThat(since(start)).isBetween(SHORT, SHORT.multipliedBy(2));
        }
    }

    @Test
    void a_frozen_way_to_the_server_is_given_up_at_the_deadline() {
        read("select 1");
        database.proxy().inject(Fault.swallow(Direction.TO_SERVER).now().always());
        long start = System.nanoTime();

        assertThatExceptionOfType(StorageException.class).isThrownBy(() -> within(SHORT, () -> read("select 1")));

        assertThat(since(start)).isLessThan(LIMIT);
    }

    private static int within(Duration time, Unit unit) {
        return new CallContext(Deadline.in(time), null).call(unit::run);
    }

    private int read(String text) {
        return database.service().read(READ, session -> execute(session, text));
    }

    private static int execute(ReadSession session, String text) {
        return JooqSession.sql(session).execute(text);
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private void assertNothingRunsOn() {
        Await.until("the server works for nobody any more", SERVER_LIMIT, () -> sleepers() == 0);
    }

    private int sleepers() {
        try {
            return database.count("pg_stat_activity where state = 'active' and query like '%pg_sleep%'"
                    + " and datname = current_database() and pid <> pg_backend_pid()");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A unit of work. */
    @FunctionalInterface
    private interface Unit {
        int run();
    }
}
