package org.mswada.db.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mswada.db.execution.JooqSession;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.OutcomeUnknown;
import org.mswada.domain.storage.WriteSession;
import org.mswada.support.faultinjection.Fault;
import org.mswada.support.faultinjection.Moment;

/**
 * A unit that may be repeated is run again after an unknown outcome; when the second run stores nothing, the first may still
 * have. The first is always stored here, and its answer lost.
 */
final class RepeatedUnitTest {
    private static final Operation REPEATABLE = Operation.write("test.repeatable").repeatable();

    @RegisterExtension
    private final ServiceFixture database = new ServiceFixture();

    private final AtomicInteger runs = new AtomicInteger();

    @Test
    void a_run_that_no_connection_is_found_for_leaves_the_first_unknown() throws SQLException {
        database.proxy().inject(Fault.reset().when(Moment.COMMIT_ANSWERED));

        TransactionResult<Integer> result = run(REPEATABLE.within(Duration.ofSeconds(2)), session -> {
            database.proxy().inject(Fault.reset().when(Moment.CONNECT).always());
            return insert(session);
        });

        assertThat(result).isInstanceOf(TransactionResult.Unknown.class);
        assertThat(runs).hasValue(1);
        assertThat(result.statistics().attempts()).isGreaterThan(1);
        assertThat(database.count("note")).isEqualTo(1);
    }

    @Test
    void a_run_that_is_refused_for_what_the_first_stored_leaves_the_first_unknown() throws SQLException {
        database.proxy().inject(Fault.reset().when(Moment.COMMIT_ANSWERED));

        assertThat(run(REPEATABLE, RepeatedUnitTest::insert)).isInstanceOf(TransactionResult.Unknown.class);

        assertThat(runs).hasValue(2);
        assertThat(database.count("note")).isEqualTo(1);
    }

    @Test
    void a_run_that_undoes_itself_leaves_the_first_unknown() throws SQLException {
        database.proxy().inject(Fault.reset().when(Moment.COMMIT_ANSWERED));

        TransactionResult<Integer> result = run(REPEATABLE, session -> {
            if (runs.get() == 2) {
                session.rollbackOnly();
                return 0;
            }
            return insert(session);
        });

        assertThat(result).isInstanceOf(TransactionResult.Unknown.class);
        assertThat(runs).hasValue(2);
        assertThat(database.count("note")).isEqualTo(1);
    }

    @Test
    void a_run_whose_work_throws_leaves_the_first_unknown_and_says_what_was_thrown() throws SQLException {
        IllegalArgumentException business = new IllegalArgumentException("business");
        database.proxy().inject(Fault.reset().when(Moment.COMMIT_ANSWERED));

        Throwable told = catchThrowable(() -> database.service().write(REPEATABLE, session -> {
            if (runs.incrementAndGet() == 2) {
                throw business;
            }
            return insert(session);
        }));

        assertThat(told).isInstanceOf(OutcomeUnknown.class).hasSuppressedException(business);
        assertThat(database.count("note")).isEqualTo(1);
    }

    private TransactionResult<Integer> run(Operation operation, Function<WriteSession, Integer> work) {
        return database.service().withTransaction(operation, TransactionOptions.DEFAULT, session -> {
            runs.incrementAndGet();
            return work.apply(session);
        });
    }

    private static int insert(WriteSession session) {
        return JooqSession.sql(session).execute("insert into note values ('first')");
    }
}
