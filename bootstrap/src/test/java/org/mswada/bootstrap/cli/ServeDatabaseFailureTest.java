package org.mswada.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mswada.support.testdatabase.TestDatabase;

/**
 * Every foreseen reason in the database for which {@code serve} does not start: it says what, why and what to do, and leaves
 * nothing.
 */
final class ServeDatabaseFailureTest {
    @RegisterExtension
    private final TestDatabase database = TestDatabase.migratedPerTest();

    private final FailingServe serving = new FailingServe(database);

    @Test
    void an_unreachable_database_keeps_it_up_and_not_ready_and_people_and_probes_are_told_why() throws Exception {
        try (ServeRun run = ServeRun.start(serving.with(Map.of("MSWADA_DB_URL", "postgresql://127.0.0.1:1/mswada")))) {
            run.awaitTold("Waiting for it");
            serving.assertSpoken(run, "The database at jdbc:postgresql://127.0.0.1:1/mswada cannot be reached",
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

        String told = serving.assertEnds(1, roles, "did not let '" + database.user() + "' in",
                "password authentication failed", "Check MSWADA_DB_USER and MSWADA_DB_PASSWORD");
        assertThat(told).doesNotContain("not-the-password-9");
    }

    @Test
    void a_role_that_is_missing_is_told_with_its_name() throws Exception {
        serving.assertEnds(1, Map.of("MSWADA_DB_USER", "nobody_of_that_name"), "did not let 'nobody_of_that_name' in",
                "Check MSWADA_DB_USER");
    }

    @Test
    void a_role_that_may_not_log_in_is_told() throws Exception {
        String role = "no_login_" + System.nanoTime();
        serving.execute("create role " + role + " nologin password 'x'");
        try {
            serving.assertEnds(1, Map.of("MSWADA_DB_USER", role, "MSWADA_DB_PASSWORD", "x"),
                    "did not let '" + role + "' in",
                    "is not permitted to log in", "Check MSWADA_DB_USER");
        } finally {
            serving.execute("drop role " + role);
        }
    }

    @Test
    void a_database_that_is_missing_is_told_with_its_name() throws Exception {
        String url = database.jdbcUrl().replaceFirst("/[^/?]+(\\?|$)", "/no_such_database$1");
        serving.assertEnds(1, Map.of("MSWADA_DB_URL", url), "no_such_database", "does not exist",
                "Create it, or correct MSWADA_DB_URL");
    }

    @Test
    void a_server_without_tls_is_told_when_tls_is_required() throws Exception {
        serving.assertEnds(1, Map.of("MSWADA_DB_TLS_MODE", "require"), "do not agree on TLS", "does not support SSL",
                "Check MSWADA_DB_TLS_MODE");
    }

    @Test
    void a_schema_that_is_behind_ends_the_start_with_exit_code_3() throws Exception {
        serving.execute("delete from flyway_schema_history where installed_rank = "
                + "(select max(installed_rank) from flyway_schema_history)");
        serving.assertEnds(3, Map.of("MSWADA_ENV", "staging"), "is behind this server: migrations",
                "Run 'mswada migrate'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"development", "staging"})
    void a_schema_that_is_ahead_is_told_and_served(String environment) throws Exception {
        serving.execute("insert into flyway_schema_history values "
                + "(99, '9001', 'next', 'SQL', 'V9001__next.sql', 1, 'somebody', now(), 5, true)");
        try (ServeRun run = ServeRun.start(serving.with(Map.of("MSWADA_ENV", environment)))) {
            run.awaitReady();
            serving.assertSpoken(run, "Migration 9001 was applied by a newer release",
                    "Use that release, or check that "
                            + "MSWADA_DB_URL names the right database");
            assertThat(run.publicly("/v1/bills").statusCode()).isEqualTo(200);
        }
        serving.assertNoSessionIsLeft();
    }

    @ParameterizedTest
    @ValueSource(strings = {"development", "staging"})
    void a_migration_changed_after_it_was_applied_ends_the_start_with_exit_code_4(String environment)
            throws Exception {
        serving.execute("update flyway_schema_history set checksum = checksum + 1 where version = '0002'");
        serving.assertEnds(4, Map.of("MSWADA_ENV", environment), "is not what this release means",
                "Migration 0002 was changed", "Put the file back as it was");
    }

    @Test
    void a_migration_that_broke_off_ends_the_start_with_exit_code_4() throws Exception {
        serving.execute("update flyway_schema_history set success = false where version = '0002'");
        serving.assertEnds(4, Map.of("MSWADA_ENV", "staging"), "Migration 0002 broke off half-way",
                "run 'mswada flyway repair'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"development", "staging"})
    void a_read_only_primary_is_told_with_what_to_turn_off(String environment) throws Exception {
        serving.setForDatabase("default_transaction_read_only = on");
        serving.assertEnds(1, Map.of("MSWADA_ENV", environment),
                "is read-only, because default_transaction_read_only is on",
                "Turn it off");
    }

    /** A function of our own goes before the server's, for a standby takes a primary to follow. */
    @Test
    void a_standby_is_told_with_where_to_go() throws Exception {
        serving.execute("create schema standby");
        serving.execute("create function standby.pg_is_in_recovery() returns boolean language sql as 'select true'");
        serving.setForDatabase("search_path = standby, pg_catalog, public");
        serving.assertEnds(1, Map.of("MSWADA_ENV", "staging"), "is read-only, because it is a standby",
                "Set MSWADA_DB_URL to the primary");
    }

    @ParameterizedTest
    @CsvSource({"14.19,Upgrade the server", "9.6.24,Upgrade the server",
            "19beta1,Use a release of Mswada that knows it",
            "20.1,Use a release of Mswada that knows it"})
    void an_unsupported_postgresql_is_told_with_its_version(String version, String action) throws Exception {
        try (VersionOnlyServer server = new VersionOnlyServer(version)) {
            serving.assertEnds(1, Map.of("MSWADA_DB_URL", server.url(), "MSWADA_ENV", "staging"),
                    "is PostgreSQL " + version + ", and this release of Mswada runs on 15 to 18", action);
        }
    }
}
