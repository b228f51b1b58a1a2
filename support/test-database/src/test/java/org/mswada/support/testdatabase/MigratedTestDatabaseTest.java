package org.mswada.support.testdatabase;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class MigratedTestDatabaseTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    @BeforeAll
    static void leave_a_mark() throws SQLException {
        Sql.execute(database.dataSource(), "create table mark (value text)");
    }

    @AfterAll
    static void it_lives_until_the_class_ends() throws SQLException {
        assertThat(Sql.query(database.dataSource(), "select to_regclass('mark')::text")).containsExactly("mark");
    }

    @Test
    void it_has_the_migrated_schema() throws SQLException {
        assertThat(Sql.query(database.dataSource(), "select version from flyway_schema_history where success"))
                .contains("0001");
    }

    @Test
    void it_tells_how_to_reach_it() throws SQLException {
        assertThat(database.jdbcUrl()).startsWith("jdbc:postgresql://").contains("/mswada_test_");
        assertThat(Sql.query(database.dataSource(), "select current_user")).containsExactly(database.user());
        assertThat(database.password()).isNotBlank();
        assertThat(database.serverVersion()).startsWith("18.");
    }

    @Nested
    final class Within {
        @Test
        void a_nested_class_has_the_database_of_the_class_around_it() throws SQLException {
            assertThat(Sql.query(database.dataSource(), "select to_regclass('mark')::text")).containsExactly("mark");
        }
    }
}
