package org.mswada.db.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mswada.db.execution.ExecutionLimits;
import org.mswada.db.execution.JooqSession;
import org.mswada.domain.storage.CallContext;
import org.mswada.domain.storage.ConsistencyToken;
import org.mswada.domain.storage.ConstraintViolated;
import org.mswada.domain.storage.Deadline;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.OutcomeUnknown;
import org.mswada.domain.storage.StorageTimeout;
import org.mswada.domain.storage.WriteSession;

/**
 * The question for the position comes after COMMIT in the same flush, and so may fail when the unit is stored. That is never
 * told as a failure, nor a refusal as a doubt. Whatever else {@link TransactionsThatTellTheTruthTest} and others promise, they
 * promise with positions too.
 */
final class PositionAfterCommitTest {
    private static final Operation WRITE = Operation.write("test.write");
    private static final String INSERT = "insert into note values (?)";
    private static final String COMMIT_AND_ASK = "COMMIT; select pg_walfile_name(pg_current_wal_insert_lsn())";
    /** In front of PostgreSQL's own function, and fails; it stands for what can befall a query, as a cancellation. */
    private static final String BROKEN_QUESTION = """
            create schema broken;
            create function broken.pg_walfile_name(pg_lsn) returns text language plpgsql as
            $$ begin raise exception 'the question failed' using errcode = '57014'; end $$""";
    private static final String INSERT_AND_BREAK = """
            insert into public.note
            select 'stored' || left(set_config('search_path', 'broken, pg_catalog, public', false), 0) || ?""";

    @RegisterExtension
    private final ServiceFixture database = ServiceFixture.probedApart(2, ExecutionLimits.DEFAULT);

    @Test
    void a_unit_that_is_stored_and_whose_position_cannot_be_had_is_unknown_and_not_run_again() throws SQLException {
        database.execute(BROKEN_QUESTION);
        AtomicInteger runs = new AtomicInteger();
        try (DatabaseService service = database.open(Tracking.TRACKED)) {
            TransactionResult<Integer> result = service.withTransaction(WRITE, TransactionOptions.DEFAULT,
                    session -> insertAndBreak(session, runs));
            Throwable single = catchThrowable(
                    () -> service.writeSingle(WRITE, session -> insertAndBreak(session, runs)));

            assertThat(result).isInstanceOf(TransactionResult.Unknown.class);
            assertThat(single).isInstanceOf(OutcomeUnknown.class).hasMessageContaining("may be stored or not");
        }
        assertThat(runs).hasValue(2);
        assertThat(database.count("note")).isEqualTo(2);
    }

    /** The control: plain JDBC fails as a statement that was cancelled, and invites to do it again. */
    @Test
    void plain_jdbc_calls_such_a_unit_cancelled() throws SQLException {
        database.execute(BROKEN_QUESTION);
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            insertByPlainJdbc(connection, INSERT_AND_BREAK);
            try (PreparedStatement end = connection.prepareStatement(COMMIT_AND_ASK)) {
                assertThatExceptionOfType(SQLException.class).isThrownBy(end::execute)
                        .satisfies(e -> assertThat(e.getSQLState()).isEqualTo("57014"));
            }
        }
        assertThat(database.count("note")).isEqualTo(1);
    }

    /** The control: the same flush answers with a position where the server rolled back. */
    @Test
    void plain_jdbc_gets_a_position_for_a_unit_that_was_rolled_back() throws SQLException {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            insertByPlainJdbc(connection, INSERT);
            assertThat(catchThrowable(() -> insertByPlainJdbc(connection, INSERT))).isNotNull();
            try (PreparedStatement end = connection.prepareStatement(COMMIT_AND_ASK)) {
                assertThat(end.execute() || end.getMoreResults()).isTrue();
            }
        }
        assertThat(database.count("note")).isZero();
    }

    @Test
    void a_swallowed_error_is_refused_and_told_no_position_of_a_commit() throws SQLException {
        try (DatabaseService service = database.open(Tracking.TRACKED)) {
            assertThat(service.withTransaction(WRITE, TransactionOptions.DEFAULT, session -> {
                insert(session, "1");
                return catchThrowable(() -> insert(session, "1"));
            })).isInstanceOf(TransactionResult.RolledBack.class);
        }
        assertThat(database.count("note")).isZero();
    }

    @Test
    void a_refusal_before_commit_is_told_as_such_and_the_connection_serves_on() throws SQLException {
        database.execute("insert into note values ('taken')");
        try (DatabaseService service = database.open(Tracking.TRACKED)) {
            long connections = connectionsAfter(() -> service.writeSingle(WRITE, session -> insert(session, "first")));
            awaitReset(service);

            assertThat(catchThrowable(() -> service.writeSingle(WRITE, session -> insert(session, "taken"))))
                    .isInstanceOfSatisfying(ConstraintViolated.class,
                            violated -> assertThat(violated.constraint()).isEqualTo("note_text_key"));
            awaitReset(service);
            assertThat(connectionsAfter(() -> service.writeSingle(WRITE, session -> insert(session, "next"))))
                    .isEqualTo(connections);
        }
        assertThat(database.count("note")).isEqualTo(3);
    }

    /** A connection is back when it was reset, for which its unit does not wait. */
    private static void awaitReset(DatabaseService service) {
        Await.until("all connections are back", Duration.ofSeconds(10), () -> service.metrics().pool().active() == 0);
    }

    @Test
    void a_conflict_in_a_single_write_runs_it_again() throws SQLException {
        database.execute("""
                create sequence runs;
                create function conflict_once() returns text language plpgsql as $$ begin
                if nextval('runs') = 1 then raise exception 'conflict' using errcode = '40001'; end if;
                return 'stored'; end $$""");
        try (DatabaseService service = database.open(Tracking.TRACKED)) {
            assertThat(service.<Integer>writeSingle(WRITE,
                    session -> JooqSession.sql(session).execute("insert into note select conflict_once()")))
                    .isEqualTo(1);
        }
        assertThat(database.count("note")).isEqualTo(1);
    }

    @Test
    void a_single_write_that_is_stopped_at_its_deadline_is_not_stored() throws SQLException {
        try (DatabaseService service = database.open(Tracking.TRACKED);
                Connection holding = database.connect()) {
            service.writeSingle(WRITE, session -> insert(session, "warm"));
            holding.setAutoCommit(false);
            holding.createStatement().execute("lock table note in exclusive mode");

            assertThatExceptionOfType(StorageTimeout.class).isThrownBy(() -> service.writeSingle(
                    WRITE.within(Duration.ofMillis(200)), session -> insert(session, "late")));
            holding.rollback();
        }
        assertThat(database.count("note")).isEqualTo(1);
    }

    /** The position is the caller's even where the unit was refused: the refusal told of what others had stored. */
    @Test
    void each_end_of_a_unit_tells_its_call_a_position_and_a_commit_its_result_too() {
        try (DatabaseService service = database.open(Tracking.TRACKED)) {
            CallContext call = new CallContext(Deadline.in(Duration.ofSeconds(20)), null);
            TransactionResult<Integer> committed = call.call(() -> service.withTransaction(WRITE,
                    TransactionOptions.DEFAULT, session -> insert(session, "1")));
            ConsistencyToken token = ((TransactionResult.Committed<Integer>) committed).token().orElseThrow();
            assertThat(call.token()).contains(token);
            assertThat(token.timeline()).isEqualTo(1);
            assertThat(token.systemIdentifier()).hasSizeGreaterThan(1);

            for (Runnable refused : List.<Runnable>of(
                    () -> service.write(WRITE, session -> insert(session, "1")),
                    () -> service.writeSingle(WRITE, session -> insert(session, "1")))) {
                CallContext other = new CallContext(Deadline.in(Duration.ofSeconds(20)), null);
                assertThat(catchThrowable(() -> other.call(() -> {
                    refused.run();
                    return 1;
                }))).isInstanceOf(ConstraintViolated.class);
                assertThat(other.token().orElseThrow().covers(token)).isTrue();
            }
        }
        TransactionResult<Integer> untracked = database.service().withTransaction(WRITE, TransactionOptions.DEFAULT,
                session -> insert(session, "2"));
        assertThat(((TransactionResult.Committed<Integer>) untracked).token()).isEmpty();
    }

    private interface Body {
        void run();
    }

    private long connectionsAfter(Body body) {
        body.run();
        return database.proxy().counters().connections();
    }

    private static int insertAndBreak(WriteSession session, AtomicInteger runs) {
        return JooqSession.sql(session).execute(INSERT_AND_BREAK, String.valueOf(runs.incrementAndGet()));
    }

    private static int insert(WriteSession session, String text) {
        return JooqSession.sql(session).execute(INSERT, text);
    }

    private static void insertByPlainJdbc(Connection connection, String text) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(text)) {
            insert.setString(1, "plain");
            insert.execute();
        }
    }
}
