package org.mswada.support.testdatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineTestKit;

/** What JUnit's stores close, seen from outside of a run of JUnit. */
final class TestDatabaseStoreTest {

    static final class Sample {
        static final CompletableFuture<Connection> CONNECTION = new CompletableFuture<>();

        @RegisterExtension
        static final TestDatabase database = TestDatabase.empty();

        @Test
        void leaves_a_connection_open() throws SQLException {
            CONNECTION.complete(database.dataSource().getConnection());
        }
    }

    @Test
    void the_end_of_the_run_stops_the_embedded_server() throws Exception {
        EngineTestKit.engine("junit-jupiter").selectors(DiscoverySelectors.selectClass(Sample.class)).execute()
                .testEvents().assertStatistics(statistics -> statistics.succeeded(1));
        try (Connection connection = Sample.CONNECTION.get()) {
            assertThat(connection.isValid(5)).isFalse();
        }
        assertThatThrownBy(() -> Sample.database.dataSource().getConnection()).isInstanceOf(SQLException.class)
                .hasMessageContaining("refused");
    }

    @Test
    void before_the_first_test_there_is_no_database() {
        assertThatThrownBy(() -> TestDatabase.migrated().jdbcUrl()).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("@RegisterExtension");
    }
}
