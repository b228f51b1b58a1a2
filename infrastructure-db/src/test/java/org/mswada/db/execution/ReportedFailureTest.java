package org.mswada.db.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postgresql.PGStatement;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;

final class ReportedFailureTest {
    @RegisterExtension
    private final DatabaseFixture database = new DatabaseFixture();

    @Test
    void the_servers_own_report_is_told_from_the_drivers() throws SQLException {
        try (Connection connection = database.connect(); Statement statement = connection.createStatement()) {
            SQLException refused = catchThrowableOfType(SQLException.class, () -> statement.execute("select 1/0"));

            assertThat(ReportedFailure.of(refused)).isEqualTo(new ReportedFailure("22012", true, false));
        }
        PSQLException lost = new PSQLException("An I/O error occurred", PSQLState.CONNECTION_FAILURE);
        assertThat(ReportedFailure.of(lost)).isEqualTo(new ReportedFailure("08006", false, false));
    }

    @Test
    void a_changed_table_under_a_prepared_statement_is_a_stale_plan() throws SQLException {
        try (Connection reader = database.connect();
                Connection changer = database.connect();
                Statement change = changer.createStatement()) {
            change.execute("create table changing (one integer)");
            try (PreparedStatement select = reader.prepareStatement("select * from changing")) {
                select.unwrap(PGStatement.class).setPrepareThreshold(1);
                select.executeQuery().close();
                select.executeQuery().close();
                change.execute("alter table changing add two integer");
                reader.setAutoCommit(false);

                SQLException stale = catchThrowableOfType(SQLException.class, select::executeQuery);

                assertThat(ReportedFailure.of(stale)).isEqualTo(new ReportedFailure("0A000", true, true));
            }
        }
    }

    @Test
    void another_missing_feature_is_no_stale_plan() throws SQLException {
        try (Connection connection = database.connect(); Statement statement = connection.createStatement()) {
            SQLException missing = catchThrowableOfType(SQLException.class,
                    () -> statement.execute("select count(*) from pg_class for update"));

            assertThat(ReportedFailure.of(missing)).isEqualTo(new ReportedFailure("0A000", true, false));
        }
    }

    @Test
    void what_happened_in_a_batch_is_found() throws SQLException {
        try (Connection connection = database.connect(); Statement statement = connection.createStatement()) {
            statement.addBatch("select 1/0");

            BatchUpdateException failed = catchThrowableOfType(BatchUpdateException.class, statement::executeBatch);

            assertThat(ReportedFailure.of(failed)).isEqualTo(new ReportedFailure("22012", true, false));
        }
    }

    @Test
    void a_time_out_of_the_pool_tells_why_it_could_not_connect_if_it_knows() {
        SQLException refused = new PSQLException("refused", PSQLState.CONNECTION_UNABLE_TO_CONNECT);

        assertThat(ReportedFailure.of(new SQLTransientConnectionException("timed out", refused)).state())
                .isEqualTo("08001");
        assertThat(ReportedFailure.of(new SQLTransientConnectionException("timed out")))
                .isEqualTo(new ReportedFailure(null, false, false));
        assertThat(ReportedFailure.of(new PSQLException("unknown", PSQLState.UNKNOWN_STATE)).state()).isNull();
    }
}
