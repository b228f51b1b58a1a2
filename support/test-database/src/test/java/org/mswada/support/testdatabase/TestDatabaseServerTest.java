package org.mswada.support.testdatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Against an external server, which here is an embedded one that only its URL is known of. */
final class TestDatabaseServerTest {
    private static EmbeddedSource external;

    @BeforeAll
    static void start() {
        external = EmbeddedSource.start();
    }

    @AfterAll
    static void stop() {
        external.close();
    }

    @Test
    void two_jvms_on_one_external_server_do_not_collide_and_leave_it_as_it_was() throws SQLException {
        try (TestDatabaseServer first = server(TestDatabaseServerTest::createMark);
                TestDatabaseServer second = server(TestDatabaseServerTest::createMark)) {
            TestDatabaseServer.Created ofFirst = first.createMigrated();
            TestDatabaseServer.Created ofSecond = second.createMigrated();
            assertThat(ofFirst.address()).isNotEqualTo(ofSecond.address());
            for (TestDatabaseServer.Created created : List.of(ofFirst, ofSecond)) {
                assertThat(Sql.query(created.address().dataSource(), "select value from mark"))
                        .containsExactly("migrated");
                created.close();
            }
            assertThat(testDatabases()).as("one template each").hasSize(2);
        }
        assertThat(testDatabases()).isEmpty();
    }

    @Test
    void the_template_is_migrated_once() {
        AtomicInteger migrations = new AtomicInteger();
        try (TestDatabaseServer server = server(database -> migrations.incrementAndGet())) {
            assertThat(migrations).hasValue(0);
            server.createMigrated().close();
            server.createMigrated().close();
            assertThat(migrations).hasValue(1);
        }
    }

    @Test
    void a_migration_that_fails_leaves_no_half_made_template() throws SQLException {
        try (TestDatabaseServer server = server(database -> {
            throw new IllegalStateException("broken migration");
        })) {
            assertThatThrownBy(server::createMigrated).hasMessage("broken migration");
            assertThatThrownBy(server::createMigrated).hasMessage("broken migration");
            assertThat(testDatabases()).isEmpty();
        }
    }

    @Test
    void a_database_is_dropped_with_connections_still_open() throws SQLException {
        try (TestDatabaseServer server = server(TestDatabaseServerTest::createMark)) {
            TestDatabaseServer.Created created = server.createEmpty();
            try (Connection forgotten = created.address().dataSource().getConnection()) {
                assertThat(forgotten.isValid(5)).isTrue();
                created.close();
                assertThat(forgotten.isValid(5)).isFalse();
            }
        }
    }

    @Test
    void a_server_that_cannot_be_reached_is_named() {
        TestDatabaseServer server = new TestDatabaseServer(new ExternalSource(
                new DatabaseAddress("jdbc:postgresql://127.0.0.1:1/postgres", "tester", "")), database -> {});
        assertThatThrownBy(server::createEmpty).hasMessageContaining("jdbc:postgresql://127.0.0.1:1/postgres as tester")
                .hasMessageContaining("Check that");
    }

    private static TestDatabaseServer server(Migration migration) {
        DatabaseAddress address = external.maintenance();
        return TestDatabaseServer.start(new TestDatabaseSettings(Map.of("mswada.test.database.url", address.jdbcUrl(),
                "mswada.test.database.user", address.user(), "mswada.test.database.password",
                address.password())::get, name -> null), migration);
    }

    private static void createMark(DatabaseAddress database) {
        try {
            Sql.execute(database.dataSource(), "create table mark as select 'migrated' as value");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> testDatabases() throws SQLException {
        return Sql.query(external.maintenance().dataSource(),
                "select datname from pg_database where datname like 'mswada%'");
    }
}
