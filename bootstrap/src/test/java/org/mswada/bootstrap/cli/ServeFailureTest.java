package org.mswada.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mswada.support.embeddedpostgres.EmbeddedPostgres;
import org.mswada.support.embeddedpostgres.EmbeddedPostgresOptions;
import org.mswada.support.testdatabase.TestDatabase;

/** Every foreseen reason for which {@code serve} does not start: it says what, why and what to do, and leaves nothing. */
final class ServeFailureTest {
    private static final Duration UNTIL_SESSIONS_END = Duration.ofSeconds(10);

    @RegisterExtension
    private final TestDatabase database = TestDatabase.migratedPerTest();

    @ParameterizedTest
    @CsvSource({"MSWADA_HTTP_PORT,api", "MSWADA_ADMIN_PORT,admin"})
    void a_taken_port_is_told_with_what_to_do(String variable, String purpose) throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String port = Integer.toString(taken.getLocalPort());
            try (ServeRun run = ServeRun.start(with(Map.of(variable, port)))) {
                assertThat(run.exitCode()).as(run.told()).isEqualTo(1);
                assertSpoken(run, "Cannot listen on 127.0.0.1:" + port + " for the " + purpose, "in use",
                        "set " + variable + " to a free port");
            }
        }
        assertNoSessionIsLeft();
    }

    @Test
    void a_host_that_is_not_this_machine_is_told_with_what_to_do() throws Exception {
        assertEnds(1, Map.of("MSWADA_HTTP_HOST", "192.0.2.1"), "Cannot listen on 192.0.2.1:", "correct the host");
    }

    @Test
    void an_unreachable_database_keeps_it_up_and_not_ready_and_people_and_probes_are_told_why() throws Exception {
        try (ServeRun run = ServeRun.start(with(Map.of("MSWADA_DB_URL", "postgresql://127.0.0.1:1/mswada")))) {
            run.awaitTold("Waiting for it");
            assertSpoken(run, "The database at jdbc:postgresql://127.0.0.1:1/mswada cannot be reached",
                    "Connection to 127.0.0.1:1 refused", ". Check that it runs and that MSWADA_DB_URL names it");
            assertThat(run.admin("/readyz").statusCode()).isEqualTo(503);
            assertThat(run.admin("/readyz").body()).contains("cannot be reached", "Check that it runs");
            assertThat(run.admin("/livez").statusCode()).isEqualTo(200);
            assertThat(run.publicly("/v1/bills").statusCode()).isEqualTo(503);
            run.stop();
            assertThat(run.listens()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"MSWADA_DB_PASSWORD", "MSWADA_DB_MIGRATE_PASSWORD"})
    void a_wrong_password_of_either_role_is_told_without_showing_it(String variable) throws Exception {
        Map<String, String> roles = new HashMap<>(Map.of("MSWADA_DB_MIGRATE_USER", database.user(),
                "MSWADA_DB_MIGRATE_PASSWORD", database.password()));
        roles.put(variable, "not-the-password-9");

        String told = assertEnds(1, roles, "did not let '" + database.user() + "' in",
                "password authentication failed", "Check MSWADA_DB_USER and MSWADA_DB_PASSWORD");
        assertThat(told).doesNotContain("not-the-password-9");
    }

    @Test
    void a_role_that_is_missing_is_told_with_its_name() throws Exception {
        assertEnds(1, Map.of("MSWADA_DB_USER", "nobody_of_that_name"), "did not let 'nobody_of_that_name' in",
                "Check MSWADA_DB_USER");
    }

    @Test
    void a_role_that_may_not_log_in_is_told() throws Exception {
        String role = "no_login_" + System.nanoTime();
        execute("create role " + role + " nologin password 'x'");
        try {
            assertEnds(1, Map.of("MSWADA_DB_USER", role, "MSWADA_DB_PASSWORD", "x"), "did not let '" + role + "' in",
                    "is not permitted to log in", "Check MSWADA_DB_USER");
        } finally {
            execute("drop role " + role);
        }
    }

    @Test
    void a_database_that_is_missing_is_told_with_its_name() throws Exception {
        String url = database.jdbcUrl().replaceFirst("/[^/?]+(\\?|$)", "/no_such_database$1");
        assertEnds(1, Map.of("MSWADA_DB_URL", url), "no_such_database", "does not exist",
                "Create it, or correct MSWADA_DB_URL");
    }

    @Test
    void a_server_without_tls_is_told_when_tls_is_required() throws Exception {
        assertEnds(1, Map.of("MSWADA_DB_TLS_MODE", "require"), "do not agree on TLS", "does not support SSL",
                "Check MSWADA_DB_TLS_MODE");
    }

    @Test
    void a_schema_that_is_behind_ends_the_start_with_exit_code_3() throws Exception {
        execute("delete from flyway_schema_history where installed_rank = "
                + "(select max(installed_rank) from flyway_schema_history)");
        assertEnds(3, Map.of("MSWADA_ENV", "staging"), "is behind this server: migrations", "Run 'mswada migrate'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"development", "staging"})
    void a_schema_that_is_ahead_is_told_and_served(String environment) throws Exception {
        execute("insert into flyway_schema_history values "
                + "(99, '9001', 'next', 'SQL', 'V9001__next.sql', 1, 'somebody', now(), 5, true)");
        try (ServeRun run = ServeRun.start(with(Map.of("MSWADA_ENV", environment)))) {
            run.awaitReady();
            assertSpoken(run, "Migration 9001 was applied by a newer release", "Use that release, or check that "
                    + "MSWADA_DB_URL names the right database");
            assertThat(run.publicly("/v1/bills").statusCode()).isEqualTo(200);
        }
        assertNoSessionIsLeft();
    }

    @ParameterizedTest
    @ValueSource(strings = {"development", "staging"})
    void a_migration_changed_after_it_was_applied_ends_the_start_with_exit_code_4(String environment)
            throws Exception {
        execute("update flyway_schema_history set checksum = checksum + 1 where version = '0002'");
        assertEnds(4, Map.of("MSWADA_ENV", environment), "is not what this release means",
                "Migration 0002 was changed", "Put the file back as it was");
    }

    @Test
    void a_migration_that_broke_off_ends_the_start_with_exit_code_4() throws Exception {
        execute("update flyway_schema_history set success = false where version = '0002'");
        assertEnds(4, Map.of("MSWADA_ENV", "staging"), "Migration 0002 broke off half-way",
                "run 'mswada flyway repair'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"development", "staging"})
    void a_read_only_primary_is_told_with_what_to_turn_off(String environment) throws Exception {
        setForDatabase("default_transaction_read_only = on");
        assertEnds(1, Map.of("MSWADA_ENV", environment), "is read-only, because default_transaction_read_only is on",
                "Turn it off");
    }

    /** A function of our own goes before the server's, for a standby takes a primary to follow. */
    @Test
    void a_standby_is_told_with_where_to_go() throws Exception {
        execute("create schema standby");
        execute("create function standby.pg_is_in_recovery() returns boolean language sql as 'select true'");
        setForDatabase("search_path = standby, pg_catalog, public");
        assertEnds(1, Map.of("MSWADA_ENV", "staging"), "is read-only, because it is a standby",
                "Set MSWADA_DB_URL to the primary");
    }

    @ParameterizedTest
    @CsvSource({"14.19,Upgrade the server", "9.6.24,Upgrade the server",
            "19beta1,Use a release of Mswada that knows it",
            "20.1,Use a release of Mswada that knows it"})
    void an_unsupported_postgresql_is_told_with_its_version(String version, String action) throws Exception {
        try (VersionOnlyServer server = new VersionOnlyServer(version)) {
            assertEnds(1, Map.of("MSWADA_DB_URL", server.url(), "MSWADA_ENV", "staging"),
                    "is PostgreSQL " + version + ", and this release of Mswada runs on 15 to 18", action);
        }
    }

    @Test
    void a_wrong_configuration_is_told_all_at_once_with_exit_code_2() throws Exception {
        assertEnds(2, Map.of("MSWADA_HTTP_PORT", "http", "MSWADA_ENV", "production", "MSWADA_DB_UESR", "x",
                "MSWADA_DB_TLS_AUTHORITY", "/no/such/file", "MSWADA_DB_TLS_MODE", "require"),
                "The configuration has 4 problems", "http.port (environment variable MSWADA_HTTP_PORT) is 'http'",
                "MSWADA_DB_UESR", "did you mean MSWADA_DB_USER?", "db.tls.authority",
                "production needs verify-full", "'mswada config explain KEY'");
    }

    @Test
    void a_data_folder_in_use_is_told_with_its_name(@TempDir Path folder) throws Exception {
        Map<String, String> own = Map.of("MSWADA_DATA_DIR", folder.toString());
        try (EmbeddedPostgres _ = EmbeddedPostgres.start(EmbeddedPostgresOptions.persistent(
                folder.resolve("postgres"))); ServeRun run = ServeRun.start(own)) {
            assertThat(run.exitCode()).isEqualTo(1);
            assertSpoken(run, "No second PostgreSQL was started in the folder " + folder, "already runs one there",
                    "Stop that one first, or choose another folder");
        }
    }

    @Test
    void a_data_folder_of_somebody_else_is_told_with_its_name(@TempDir Path folder) throws Exception {
        Files.createDirectories(folder.resolve("postgres"));
        Files.writeString(folder.resolve("postgres").resolve("letter"), "mine");
        try (ServeRun run = ServeRun.start(Map.of("MSWADA_DATA_DIR", folder.toString()))) {
            assertThat(run.exitCode()).isEqualTo(1);
            assertSpoken(run, "holds other things than an embedded PostgreSQL", "Name an empty folder");
        }
    }

    @Test
    void an_interrupted_start_says_so_and_asks_for_another_try() throws Exception {
        try (ServeRun run = ServeRun.start(with(Map.of()))) {
            run.awaitReady();
            assertThat(run.stop()).isEqualTo(75);
            assertSpoken(run, "was interrupted", "Run it again");
            assertThat(run.listens()).isFalse();
        }
        assertNoSessionIsLeft();
    }

    private String assertEnds(int exitCode, Map<String, String> variables, String... parts) throws Exception {
        try (ServeRun run = ServeRun.start(with(variables))) {
            assertThat(run.exitCode()).as(run.told()).isEqualTo(exitCode);
            assertSpoken(run, parts);
            assertThat(run.listens()).as("it still listens").isFalse();
            assertNoSessionIsLeft();
            return run.told();
        }
    }

    private static void assertSpoken(ServeRun run, String... parts) {
        assertThat(run.told()).contains(parts).doesNotContain("\tat ", "Exception", "bug of Mswada");
    }

    private Map<String, String> with(Map<String, String> variables) {
        Map<String, String> all = new HashMap<>(Map.of("MSWADA_DB_URL", database.jdbcUrl(), "MSWADA_DB_USER",
                database.user(), "MSWADA_DB_PASSWORD", database.password(), "MSWADA_DRAIN_DELAY", "0s",
                "MSWADA_HTTP_HOST", "127.0.0.1"));
        all.putAll(variables);
        return all;
    }

    private void setForDatabase(String setting) throws SQLException {
        execute("do $$ begin execute format('alter database %I set " + setting + "', current_database()); end $$");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** A server notices a closed connection a moment later. */
    private void assertNoSessionIsLeft() throws SQLException {
        long end = System.nanoTime() + UNTIL_SESSIONS_END.toNanos();
        while (sessions() > 0) {
            assertThat(System.nanoTime()).as("%d sessions of ours are left", sessions()).isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private int sessions() throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from pg_stat_activity where datname = "
                        + "current_database() and application_name like 'mswada%'")) {
            row.next();
            return row.getInt(1);
        }
    }
}
