package org.mswada.db.alignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.ValidateResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mswada.support.testdatabase.TestDatabase;

/** The control: why there is a comparison of our own. */
final class FlywayValidateTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    @Test
    void flyway_finds_none_of_the_changes_by_hand() throws Exception {
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            SchemaSnapshot before = SnapshotReader.read(connection, "");
            connection.rollback();
            // Roles are the server's, and would stay in the way of other tests.
            List<String> changes = SchemaChange.all().stream().map(SchemaChange::sql)
                    .filter(change -> !change.contains("create role")).toList();
            long changed = 0;
            for (String change : changes) {
                changed += isMade(connection, change) ? 1 : 0;
            }
            assertThat(changed).isGreaterThan(40);
            connection.commit();
            assertThat(SchemaComparison.compare(before, SnapshotReader.read(connection, "")))
                    .hasSizeGreaterThan(25);
        }
        ValidateResult result = Flyway.configure()
                .dataSource(database.jdbcUrl(), database.user(), database.password()).load().validateWithResult();
        assertThat(result.validationSuccessful).as(result.getAllErrorMessages()).isTrue();
        assertThat(result.validateCount).isPositive();
    }

    /** Not every change is possible after all the others. */
    private static boolean isMade(Connection connection, String change) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try (Statement statement = connection.createStatement()) {
            statement.execute(change);
            return true;
        } catch (SQLException impossibleNow) {
            connection.rollback(before);
            return false;
        }
    }
}
