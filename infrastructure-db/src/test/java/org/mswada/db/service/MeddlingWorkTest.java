package org.mswada.db.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mswada.db.execution.ExecutionLimits;
import org.mswada.db.execution.JooqSession;
import org.mswada.domain.storage.CallContext;
import org.mswada.domain.storage.Deadline;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.StorageException;
import org.mswada.domain.storage.StorageTimeout;
import org.mswada.domain.storage.StorageUnavailable;
import org.mswada.domain.storage.UnexpectedStorageFailure;
import org.mswada.support.faultinjection.Direction;
import org.mswada.support.faultinjection.Fault;
import org.mswada.support.faultinjection.Moment;

/** Work that does what it should not harms neither the next unit nor the truth; all on a pool of one connection. */
final class MeddlingWorkTest {
    private static final Operation READ = Operation.read("test.read");
    private static final Operation WRITE = Operation.write("test.write");
    private static final String INSERT = "insert into note values ('kept')";

    @RegisterExtension
    private final ServiceFixture database = ServiceFixture.probedApart(1, ExecutionLimits.DEFAULT);

    @Test
    void a_transaction_that_work_began_by_itself_swallows_no_later_write() throws SQLException {
        database.service().writeSingle(WRITE, session -> JooqSession.sql(session).execute("begin"));

        database.service().writeSingle(WRITE, session -> JooqSession.sql(session).execute(INSERT));

        assertThat(database.count("note")).isEqualTo(1);
    }

    @Test
    void a_unit_that_ends_its_transaction_by_itself_is_told_so() {
        assertThatExceptionOfType(UnexpectedStorageFailure.class)
                .isThrownBy(() -> database.service().write(WRITE, session -> {
                    JooqSession.sql(session).execute(INSERT);
                    return JooqSession.sql(session).execute("commit");
                })).withMessageContaining("ended its transaction by itself");
    }

    @Test
    void a_transaction_of_jooq_cannot_end_that_of_the_unit() throws SQLException {
        assertThatIllegalStateException()
                .isThrownBy(() -> database.service().<Integer>write(WRITE, session -> JooqSession.sql(session)
                        .transactionResult(inner -> DSL.using(inner).execute(INSERT))))
                .withMessageContaining("savepoint");

        assertThat(database.count("note")).isZero();
    }

    @Test
    void a_read_that_writes_is_refused() throws SQLException {
        assertThatIllegalStateException()
                .isThrownBy(() -> database.service().read(READ, session -> JooqSession.sql(session).execute(INSERT)))
                .withMessageContaining("only reads");
        assertThatIllegalStateException()
                .isThrownBy(() -> database.service().read(READ,
                        session -> JooqSession.sql(session).insertInto(DSL.table("note"))
                                .values("kept").execute()))
                .withMessageContaining("only reads");

        assertThat(database.count("note")).isZero();
    }

    @Test
    void an_answer_that_the_code_cannot_use_is_a_bug_and_costs_no_connection() {
        int before = backend();

        assertThatExceptionOfType(UnexpectedStorageFailure.class)
                .isThrownBy(() -> database.service().read(READ,
                        session -> JooqSession.sql(session).fetchOne("select 1 union all select 2")))
                .withMessageContaining("cannot use what the database answered");

        assertThat(backend()).isEqualTo(before);
    }

    @Test
    void a_statement_that_postgresql_does_not_support_costs_no_connection() {
        int before = backend();

        assertThat(catchThrowable(() -> database.service().read(READ,
                session -> JooqSession.sql(session).fetch("select count(*) from note for update"))))
                .isInstanceOf(UnexpectedStorageFailure.class).hasRootCauseMessage(
                        "ERROR: FOR UPDATE is not allowed with aggregate functions");

        assertThat(backend()).isEqualTo(before);
    }

    @Test
    void a_connection_that_is_lost_in_a_savepoint_is_a_lost_connection_and_the_unit_runs_again() throws SQLException {
        database.proxy().inject(Fault.reset().when(Moment.statementAnswered(text -> text.contains("kept"))));

        TransactionResult<Integer> result = database.service().withTransaction(WRITE, TransactionOptions.DEFAULT,
                session -> session.<Integer>savepoint(inner -> JooqSession.sql(inner).execute(INSERT)));

        assertThat(result).isInstanceOf(TransactionResult.Committed.class);
        assertThat(result.statistics().retries()).isEqualTo(1);
        assertThat(database.count("note")).isEqualTo(1);
    }

    @Test
    void an_interrupted_thread_is_refused_before_it_spoils_a_connection() {
        int before = backend();
        Thread.currentThread().interrupt();
        Throwable refused = catchThrowable(this::backend);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(refused).isInstanceOf(StorageUnavailable.class).hasMessageContaining("interrupted");
        assertThat(backend()).isEqualTo(before);
    }

    @Test
    void an_idle_connection_over_a_frozen_way_keeps_nobody_past_the_deadline() {
        int _ = backend();
        LockSupport.parkNanos(Duration.ofMillis(700).toNanos());
        database.proxy().inject(Fault.swallow(Direction.TO_SERVER).now().always());
        long start = System.nanoTime();

        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> new CallContext(Deadline.in(Duration.ofMillis(500)), null).call(this::backend))
                .isInstanceOfAny(StorageTimeout.class, StorageUnavailable.class);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(2_500));
    }

    private int backend() {
        return database.service().<Integer>read(READ,
                session -> (Integer) JooqSession.sql(session).fetchValue("select pg_backend_pid()"));
    }
}
