package org.mswada.db.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicReference;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mswada.domain.storage.ConstraintViolated;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.ReadSession;
import org.mswada.domain.storage.StorageTimeout;
import org.mswada.domain.storage.UnexpectedStorageFailure;
import org.mswada.domain.storage.UnitOfWork;

final class UnitOfWorkTest {
    private static final Operation READ = Operation.read("test.read");
    private static final Operation WRITE = Operation.write("test.write");

    @RegisterExtension
    private final DatabaseFixture database = new DatabaseFixture();

    private UnitOfWork units;

    @BeforeEach
    void createTable() {
        units = database.service();
        units.write(WRITE, session -> JooqSession.sql(session)
                .execute("create table note (text text constraint note_text_key unique)"));
    }

    @Test
    void a_write_is_stored_when_its_work_returns() throws SQLException {
        units.write(WRITE, session -> insert(session, "kept"));

        assertThat(count()).isEqualTo(1);
    }

    @Test
    void a_write_whose_work_throws_stores_nothing_and_lets_the_exception_through() throws SQLException {
        IllegalArgumentException thrown = new IllegalArgumentException("business");

        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> units.write(WRITE, session -> {
            insert(session, "lost");
            throw thrown;
        })).isSameAs(thrown);

        assertThat(count()).isZero();
    }

    @Test
    void a_swallowed_error_is_never_reported_as_stored() throws SQLException {
        assertThatExceptionOfType(UnexpectedStorageFailure.class)
                .isThrownBy(() -> units.write(WRITE, session -> insertAndSwallow(session)))
                .withMessageContaining("swallowed");

        assertThat(count()).isZero();
    }

    /** The control: plain JDBC commits without a word, and the row is not there. */
    @Test
    void plain_jdbc_reports_a_swallowed_error_as_stored() throws SQLException {
        try (Connection connection = database.connect(); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("insert into note values ('first')");
            catchThrowableOfType(SQLException.class, () -> statement.execute("insert into note values ('first')"));
            connection.commit();
        }

        assertThat(count()).isZero();
    }

    @Test
    void a_violated_constraint_is_named() {
        units.write(WRITE, session -> insert(session, "once"));

        assertThatExceptionOfType(ConstraintViolated.class)
                .isThrownBy(() -> units.write(WRITE, session -> insert(session, "once")))
                .satisfies(violated -> {
                    assertThat(violated.kind()).isEqualTo(ConstraintViolated.Kind.UNIQUE);
                    assertThat(violated.constraint()).isEqualTo("note_text_key");
                });
    }

    @Test
    void a_cancelled_statement_is_a_timeout() {
        assertThatExceptionOfType(StorageTimeout.class).isThrownBy(() -> units.write(WRITE, session -> {
            JooqSession.sql(session).execute("set local statement_timeout = '20ms'");
            return JooqSession.sql(session).execute("select pg_sleep(10)");
        }));
    }

    @Test
    void a_snapshot_sees_one_moment_and_a_read_sees_each_statements_own() {
        assertThat(units.<Integer>snapshot(READ, this::countBeforeAndAfterAnotherInsert)).isZero();
        assertThat(units.<Integer>read(READ, this::countBeforeAndAfterAnotherInsert)).isEqualTo(1);
    }

    @Test
    void a_snapshot_refuses_to_write() {
        assertThatExceptionOfType(UnexpectedStorageFailure.class)
                .isThrownBy(() -> units.snapshot(READ, session -> insert(session, "no")))
                .withMessageContaining("read-only");
    }

    @Test
    void units_do_not_nest() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> units.write(WRITE, session -> units.read(READ, inner -> 1)))
                .withMessageContaining("test.read").withMessageContaining("test.write")
                .withMessageContaining("pass the session on");
    }

    @Test
    void a_session_is_refused_after_its_unit_has_ended() {
        AtomicReference<ReadSession> leaked = new AtomicReference<>();
        units.read(READ, session -> {
            leaked.set(session);
            return 1;
        });

        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> insert(leaked.get(), "late"))
                .withMessageContaining("has ended");
    }

    @Test
    void a_connection_comes_back_clean_after_any_end_of_a_unit() {
        for (int time = 0; time < 20; time++) {
            catchThrowableOfType(RuntimeException.class,
                    () -> units.write(WRITE, session -> insertAndSwallow(session)));
            units.snapshot(READ, session -> JooqSession.sql(session).fetchValue("select 1"));
        }
        assertThat(units.<String>read(READ, session -> (String) JooqSession.sql(session)
                .fetchValue("select current_setting('transaction_isolation')"))).isEqualTo("read committed");
        assertThat(units.<String>read(READ, session -> (String) JooqSession.sql(session)
                .fetchValue("select current_setting('transaction_read_only')"))).isEqualTo("on");
        assertThat(units.<String>write(WRITE, session -> (String) JooqSession.sql(session)
                .fetchValue("select current_setting('transaction_read_only')"))).isEqualTo("off");
    }

    private int countBeforeAndAfterAnotherInsert(ReadSession session) {
        int before = (int) JooqSession.sql(session).fetchValue("select count(*)::int from note");
        try (Connection other = database.connect(); Statement statement = other.createStatement()) {
            statement.execute("insert into note values (gen_random_uuid()::text)");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return (int) JooqSession.sql(session).fetchValue("select count(*)::int from note") - before;
    }

    private static int insert(ReadSession session, String text) {
        return JooqSession.sql(session).execute("insert into note values (?)", text);
    }

    private static int insertAndSwallow(ReadSession session) {
        insert(session, "first");
        catchThrowableOfType(DataAccessException.class, () -> insert(session, "first"));
        return 1;
    }

    private int count() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from note")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
