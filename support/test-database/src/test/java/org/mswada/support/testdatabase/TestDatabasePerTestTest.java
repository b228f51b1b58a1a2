package org.mswada.support.testdatabase;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.RegisterExtension;

final class TestDatabasePerTestTest {
    @RegisterExtension
    static final TestDatabase migrated = TestDatabase.migratedPerTest();
    @RegisterExtension
    static final TestDatabase empty = TestDatabase.emptyPerTest();

    @RepeatedTest(3)
    void each_test_has_its_own_databases() throws SQLException {
        // Would fail the second time in the same database.
        Sql.execute(migrated.dataSource(), "create table mark (value text)");
        Sql.execute(empty.dataSource(), "create table mark (value text)");
        assertThat(Sql.query(migrated.dataSource(), "select to_regclass('flyway_schema_history')::text"))
                .containsExactly("flyway_schema_history");
        assertThat(Sql.query(empty.dataSource(), "select relname from pg_stat_user_tables")).containsExactly("mark");
    }
}
