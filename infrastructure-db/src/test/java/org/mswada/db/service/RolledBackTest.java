package org.mswada.db.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.mswada.db.execution.CopyRows;
import org.mswada.db.execution.JooqSession;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.WriteSession;
import org.mswada.support.testdatabase.TestDatabase;
import org.postgresql.PGConnection;

/** A unit whose work throws is rolled back, also where the pool does not see that there is something to roll back. */
@ParameterizedClass
@EnumSource(Tracking.class)
final class RolledBackTest {
    private static final Operation WRITE = Operation.write("test.write");
    private static final String INSERT = "insert into note values ('undone')";

    @RegisterExtension
    private final ServiceFixture database;

    RolledBackTest(Tracking tracking) {
        this.database = new ServiceFixture(tracking);
    }

    @RegisterExtension
    private final TestDatabase plain = TestDatabase.emptyPerTest();

    @Test
    void what_a_unit_wrote_before_a_savepoint_that_failed_is_undone_with_the_unit() throws SQLException {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> database.service().write(WRITE, session -> {
                    JooqSession.sql(session).execute(INSERT);
                    return session.savepoint(RolledBackTest::fail);
                }));

        assertThat(database.count("note")).isZero();
    }

    @Test
    void what_a_unit_copied_is_undone_with_the_unit() throws SQLException {
        CopyRows rows = new CopyRows().value("undone");
        rows.endRow();

        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> database.service().write(WRITE, session -> {
                    JooqSession.copy(session, DSL.table("note"), List.of(DSL.field("text", SQLDataType.CLOB)), rows);
                    return fail(session);
                }));

        assertThat(database.count("note")).isZero();
    }

    /** The control: the pool rolls back nothing, and commits. */
    @Test
    void a_plain_pool_stores_what_was_copied_though_the_work_threw() throws SQLException {
        HikariConfig config = new HikariConfig();
        config.setDataSource(plain.dataSource());
        try (HikariDataSource pool = new HikariDataSource(config);
                Connection connection = plain.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table note (text text)");

            assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> copyByPlainJdbc(pool));

            assertThat(statement.executeQuery("select from note").next()).isTrue();
        }
    }

    private static void copyByPlainJdbc(HikariDataSource pool) throws SQLException, IOException {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy note from stdin",
                    new StringReader("undone\n"));
            throw new IllegalArgumentException("business");
        }
    }

    private static int fail(WriteSession session) {
        throw new IllegalArgumentException("business, in " + session);
    }
}
