package org.mswada.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mswada.support.testdatabase.TestDatabase;
import picocli.CommandLine;

final class FlywayCommandTest {
    private static final String FUTURE = "insert into flyway_schema_history values "
            + "(99, '9001', 'next', 'SQL', 'V9001__next.sql', 1, 'somebody', now(), 5, true)";

    @RegisterExtension
    private final TestDatabase database = TestDatabase.emptyPerTest();

    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    @Test
    void info_lists_what_is_pending_with_exit_code_3_and_what_is_applied_with_0() {
        assertThat(run("flyway", "info")).isEqualTo(3);
        assertThat(out.toString()).containsPattern("0001 +pending +legislatures +-");

        assertThat(run("flyway", "migrate")).as(err.toString()).isZero();
        assertThat(out.toString()).containsPattern("0001 +legislatures +\\d+");
        assertThat(run("flyway", "migrate")).isZero();
        assertThat(out.toString()).isEqualToIgnoringNewLines("The schema is up to date.");

        assertThat(run("flyway", "info")).isZero();
        assertThat(out.toString()).containsPattern("0001 +applied +legislatures +20\\S+Z +\\d+");
        assertThat(run("flyway", "info", "--json")).isZero();
        assertThat(out.toString()).startsWith("[").contains("\"version\" : \"0001\"", "\"state\" : \"applied\"");
    }

    @Test
    void validate_tells_pending_from_well() {
        assertThat(run("flyway", "validate")).isEqualTo(3);
        assertThat(out.toString()).contains("Not applied yet: 0001, 0002", "mswada migrate");
        assertThat(run("flyway", "migrate", "--json")).isZero();
        assertThat(out.toString()).startsWith("[").contains("\"version\" : \"0001\"", "\"milliseconds\"");
        assertThat(run("flyway", "validate")).isZero();
        assertThat(run("flyway", "validate", "--json")).isZero();
        assertThat(out.toString()).contains("\"valid\" : true");
    }

    @Test
    void a_changed_checksum_is_drift_that_repair_mends() throws SQLException {
        run("migrate");
        execute("update flyway_schema_history set checksum = checksum + 1 where version = '0002'");

        assertThat(run("flyway", "validate")).isEqualTo(4);
        assertThat(out.toString()).contains("Migration 0002 was changed", "Put the file back", "flyway repair");
        assertThat(run("migrate")).isEqualTo(4);
        assertThat(err.toString()).hasLineCount(1).contains("not migrated", "Migration 0002 was changed");
        assertThat(run("flyway", "info")).isZero();
        assertThat(out.toString()).containsPattern("0002 +changed");

        assertThat(run("flyway", "repair")).isZero();
        assertThat(out.toString()).contains("0002").contains("took over the checksum");
        assertThat(run("flyway", "validate")).isZero();
        assertThat(run("flyway", "repair", "--json")).isZero();
        assertThat(out.toString()).isEqualToIgnoringWhitespace("[]");
    }

    @Test
    void a_schema_ahead_is_drift_for_validate_and_no_obstacle_for_migrate_and_repair_keeps_it() throws SQLException {
        run("migrate");
        execute(FUTURE);

        assertThat(run("flyway", "validate", "--json")).isEqualTo(4);
        assertThat(out.toString()).contains("\"valid\" : false", "\"9001\"", "\"ahead\"");
        assertThat(run("migrate")).isZero();
        assertThat(err.toString()).contains("Migration 9001 was applied by a newer release");
        assertThat(run("flyway", "repair")).isZero();
        assertThat(run("flyway", "validate")).isEqualTo(4);
    }

    @Test
    void a_failed_and_an_overtaken_migration_are_drift() throws SQLException {
        run("migrate");
        execute("delete from flyway_schema_history where version = '0002'");
        execute("update flyway_schema_history set success = false where version = '0004'");

        assertThat(run("flyway", "validate")).isEqualTo(4);
        assertThat(out.toString()).contains("Migration 0002 was never applied, though newer ones are",
                "Migration 0004 broke off half-way");
    }

    @Test
    void tables_without_history_are_refused_until_they_are_taken_over() throws SQLException {
        execute("create table somebody_elses (id int)");
        assertThat(run("migrate")).isEqualTo(1);
        assertThat(err.toString()).contains("no history of migrations", "flyway baseline --baseline-version N");

        assertThat(run("flyway", "baseline")).isEqualTo(2);
        assertThat(run("flyway", "baseline", "--baseline-version", "8888")).isEqualTo(1);
        assertThat(err.toString()).contains("no migration '8888'", "0, 0001, 0002");
        assertThat(run("flyway", "baseline", "--baseline-version", "0")).as(err.toString()).isZero();
        assertThat(run("migrate")).as(err.toString()).isZero();
        assertThat(run("flyway", "validate")).as(out.toString()).isZero();
        assertThat(run("flyway", "baseline", "--baseline-version", "0001")).isEqualTo(1);
        assertThat(err.toString()).hasLineCount(1).contains("could not be taken over");
    }

    @Test
    void a_database_taken_over_at_a_version_has_the_ones_below_it_behind_it() throws SQLException {
        run("migrate");
        execute("drop table flyway_schema_history");

        assertThat(run("flyway", "baseline", "--baseline-version", "0013")).as(err.toString()).isZero();
        execute("alter table bill drop constraint bill_days_check");
        execute("alter table bill_action drop constraint bill_action_occurred_on_check");
        assertThat(run("migrate")).as(err.toString()).isZero();
        assertThat(out.toString()).startsWith("Applied ");
        assertThat(run("flyway", "validate")).as(out.toString()).isZero();
        assertThat(run("flyway", "info")).isZero();
        assertThat(out.toString()).containsPattern("0001 +below-baseline").containsPattern("0013 +baseline");
    }

    @Test
    void clean_is_refused_outside_development_and_asks_in_it() throws SQLException {
        run("migrate");
        assertThat(run(Map.of("MSWADA_ENV", "staging"), "flyway", "clean", "--yes")).isEqualTo(2);
        assertThat(err.toString()).contains("refused outside development");
        assertThat(run("flyway", "clean")).isEqualTo(2);
        assertThat(err.toString()).contains("--yes");
        assertThat(run("flyway", "validate")).isZero();

        assertThat(run("flyway", "clean", "--yes")).as(err.toString()).isZero();
        assertThat(run("flyway", "info")).isEqualTo(3);
    }

    @Test
    void a_verb_is_asked_for() {
        assertThat(run("flyway")).isEqualTo(2);
        assertThat(err.toString()).contains("migrate, info, validate, repair, baseline or clean");
    }

    @Test
    void an_unreachable_database_has_exit_code_5_for_every_verb() {
        for (String verb : new String[]{"info", "validate", "migrate", "repair"}) {
            assertThat(run(Map.of("MSWADA_DB_URL", "postgresql://127.0.0.1:1/mswada"), "flyway", verb)).isEqualTo(5);
            assertThat(err.toString()).hasLineCount(1).contains("127.0.0.1:1/mswada cannot be reached");
        }
    }

    @Test
    void a_server_without_tls_is_told_when_tls_is_required() {
        assertThat(run(Map.of("MSWADA_DB_TLS_MODE", "require"), "migrate")).isEqualTo(1);
        assertThat(err.toString()).hasLineCount(1).contains("do not agree on TLS", "MSWADA_DB_TLS_MODE");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private int run(String... arguments) {
        return run(Map.of(), arguments);
    }

    private int run(Map<String, String> variables, String... arguments) {
        out = new StringWriter();
        err = new StringWriter();
        Map<String, String> all = new HashMap<>(Map.of("MSWADA_DB_URL", database.jdbcUrl(), "MSWADA_DB_USER",
                database.user(), "MSWADA_DB_PASSWORD", database.password()));
        all.putAll(variables);
        CommandLine commandLine = MswadaCommand.commandLine(all);
        commandLine.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return commandLine.execute(arguments);
    }
}
