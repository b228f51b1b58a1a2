package org.mswada.db.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.mswada.db.execution.Isolation;
import org.mswada.db.execution.JooqSession;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.OutcomeUnknown;
import org.mswada.domain.storage.WriteSession;
import org.mswada.support.faultinjection.Fault;
import org.mswada.support.faultinjection.Moment;
import org.mswada.support.faultinjection.ProxyCounters;

/**
 * What a transaction says of itself is so, whatever happens around its COMMIT; the control is plain JDBC. Here: a connection
 * lost around COMMIT. Beside it: a swallowed error ({@code UnitOfWorkTest}), a COMMIT that is only local
 * ({@link LocalOnlyCommitTest}), a deferred constraint ({@link DeferredConstraintTest}), all of it by chance
 * ({@link BankRunTest}).
 */
@ParameterizedClass
@EnumSource(Tracking.class)
final class TransactionsThatTellTheTruthTest {
    private static final Operation WRITE = Operation.write("test.write");

    @RegisterExtension
    private final ServiceFixture database;

    TransactionsThatTellTheTruthTest(Tracking tracking) {
        this.database = new ServiceFixture(tracking);
    }

    @Test
    void a_commit_that_was_made_and_whose_answer_is_lost_is_unknown_and_not_run_again() throws SQLException {
        AtomicInteger runs = new AtomicInteger();
        database.proxy().inject(Fault.reset().when(Moment.COMMIT_ANSWERED));

        TransactionResult<Integer> result = insert("kept", runs);

        assertThat(result).isInstanceOf(TransactionResult.Unknown.class);
        assertThat(runs).hasValue(1);
        assertThat(database.count("note")).isEqualTo(1);
    }

    /** The control: plain JDBC with the usual retry stores the row twice. */
    @Test
    void plain_jdbc_with_a_retry_stores_such_a_commit_twice() throws SQLException {
        database.execute("alter table note drop constraint note_text_key");
        database.proxy().inject(Fault.reset().when(Moment.COMMIT_ANSWERED));

        for (int attempt = 0; attempt < 2; attempt++) {
            if (catchThrowable(this::insertByPlainJdbc) == null) {
                break;
            }
        }

        assertThat(database.count("note")).isEqualTo(2);
    }

    @Test
    void a_commit_that_was_sent_and_never_arrived_is_unknown_too() throws SQLException {
        AtomicInteger runs = new AtomicInteger();
        database.proxy().inject(Fault.reset().when(Moment.COMMIT_SENT));

        assertThat(insert("lost", runs)).isInstanceOf(TransactionResult.Unknown.class);

        assertThat(runs).hasValue(1);
        assertThat(database.count("note")).isZero();
    }

    /** The control: plain JDBC fails in the same way whether the commit was made or not. */
    @Test
    void plain_jdbc_tells_a_made_and_a_lost_commit_alike() throws SQLException {
        for (Moment moment : List.of(Moment.COMMIT_SENT, Moment.COMMIT_ANSWERED)) {
            database.execute("delete from note");
            database.proxy().inject(Fault.reset().when(moment));

            assertThatExceptionOfType(SQLException.class).isThrownBy(this::insertByPlainJdbc)
                    .satisfies(lost -> assertThat(lost.getSQLState()).isEqualTo("08006"));

            assertThat(database.count("note")).isEqualTo(moment == Moment.COMMIT_SENT ? 0 : 1);
        }
    }

    @Test
    void the_verb_tells_an_unknown_outcome_as_such() {
        database.proxy().inject(Fault.fin().when(Moment.COMMIT_ANSWERED));

        assertThatExceptionOfType(OutcomeUnknown.class)
                .isThrownBy(() -> database.service().write(WRITE, session -> insert(session, "kept")))
                .withMessageContaining("may be stored or not");
    }

    @Test
    void a_unit_that_may_be_repeated_is_run_again_after_an_unknown_outcome() throws SQLException {
        database.proxy().inject(Fault.reset().when(Moment.COMMIT_ANSWERED));

        int changed = database.service().write(WRITE.repeatable(), session -> JooqSession.sql(session)
                .execute("insert into note select 'once' where not exists (select from note)"));

        assertThat(changed).isZero();
        assertThat(database.count("note")).isEqualTo(1);
    }

    @Test
    void a_connection_lost_before_commit_is_a_rollback_and_the_unit_runs_again() throws SQLException {
        AtomicInteger runs = new AtomicInteger();
        database.proxy().inject(Fault.reset().when(Moment.statementAnswered(text -> text.contains("insert into"))));

        TransactionResult<Integer> result = insert("kept", runs);

        assertThat(result).isInstanceOf(TransactionResult.Committed.class);
        assertThat(result.statistics().retries()).isEqualTo(1);
        assertThat(runs).hasValue(2);
        assertThat(database.count("note")).isEqualTo(1);
    }

    @Test
    void a_serialization_conflict_runs_the_whole_work_again() throws SQLException {
        database.execute("insert into note values ('0')");
        AtomicInteger runs = new AtomicInteger();

        TransactionResult<Integer> result = database.service().withTransaction(WRITE,
                new TransactionOptions(Isolation.SERIALIZABLE), session -> {
                    JooqSession.sql(session).fetch("select text from note");
                    if (runs.incrementAndGet() == 1) {
                        changeByAnother();
                    }
                    return JooqSession.sql(session).execute("update note set text = text || 'a'");
                });

        assertThat(result).isInstanceOf(TransactionResult.Committed.class);
        assertThat(runs).hasValue(2);
        assertThat(database.count("note where text = '0ba'")).isEqualTo(1);
    }

    @Test
    void a_savepoint_undoes_its_part_only() throws SQLException {
        database.service().write(WRITE, session -> {
            insert(session, "first");
            assertThat(catchThrowable(() -> session.savepoint(inner -> {
                insert(inner, "second");
                return insert(inner, "first");
            }))).isNotNull();
            return insert(session, "third");
        });

        assertThat(database.count("note where text in ('first', 'third')")).isEqualTo(2);
        assertThat(database.count("note")).isEqualTo(2);
    }

    @Test
    void a_refusal_after_a_write_undoes_it_and_returns_its_answer() throws SQLException {
        String answer = database.service().write(WRITE, session -> {
            insert(session, "undone");
            session.rollbackOnly();
            return "refused";
        });

        assertThat(answer).isEqualTo("refused");
        assertThat(database.count("note")).isZero();
    }

    /** A connection is back when it was reset, for which its unit does not wait. */
    private void awaitReset() {
        Await.until("all connections are back", Duration.ofSeconds(10),
                () -> database.service().metrics().pool().active() == 0);
    }

    @Test
    void a_single_write_is_one_round_trip_and_refuses_a_second_statement() throws SQLException {
        database.service().writeSingle(WRITE, session -> insert(session, "warm"));
        awaitReset();
        ProxyCounters before = database.proxy().counters();

        database.service().writeSingle(WRITE, session -> insert(session, "one"));
        awaitReset();

        assertThat(database.proxy().counters().since(before).requests()).as("one, and one to reset the connection")
                .isEqualTo(2);
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> database.service().writeSingle(WRITE, session -> {
                    insert(session, "two");
                    return insert(session, "three");
                })).withMessageContaining("use write");
        assertThat(database.count("note where text = 'three'")).isZero();
    }

    @Test
    void a_single_write_whose_answer_is_lost_is_unknown_and_not_run_again() throws SQLException {
        AtomicInteger runs = new AtomicInteger();
        database.proxy().inject(Fault.reset().when(Moment.statementAnswered(text -> text.contains("insert into"))));

        assertThatExceptionOfType(OutcomeUnknown.class)
                .isThrownBy(() -> database.service().writeSingle(WRITE, session -> {
                    runs.incrementAndGet();
                    return insert(session, "kept");
                }));

        assertThat(runs).hasValue(1);
        assertThat(database.count("note")).isEqualTo(1);
    }

    @Test
    void a_unit_declared_to_read_is_not_let_write() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> database.service().write(Operation.read("test.read"), session -> 1))
                .withMessageContaining("Operation.write");
    }

    private TransactionResult<Integer> insert(String text, AtomicInteger runs) {
        return database.service().withTransaction(WRITE.within(Duration.ofSeconds(20)), TransactionOptions.DEFAULT,
                session -> {
                    runs.incrementAndGet();
                    return insert(session, text);
                });
    }

    private static int insert(WriteSession session, String text) {
        return JooqSession.sql(session).execute("insert into note values (?)", text);
    }

    private void insertByPlainJdbc() throws SQLException {
        try (Connection connection = database.connectThroughProxy();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("insert into note values ('twice')");
            connection.commit();
        }
    }

    private void changeByAnother() {
        try {
            database.execute("update note set text = text || 'b'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
