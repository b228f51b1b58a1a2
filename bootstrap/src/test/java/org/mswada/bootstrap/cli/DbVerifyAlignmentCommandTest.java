package org.mswada.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mswada.migrations.SchemaMigrator;
import org.mswada.support.testdatabase.TestDatabase;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class DbVerifyAlignmentCommandTest {
    @RegisterExtension
    private final TestDatabase database = TestDatabase.emptyPerTest();

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void an_aligned_database_ends_with_0_and_each_area_in_a_line() {
        migrator().migrate();

        assertThat(run(Map.of())).as(this::all).isZero();
        assertThat(out.toString()).containsPattern("migrations +\\d+ applied, 0 pending +aligned")
                .containsPattern("schema +\\d+ objects +aligned").containsPattern("code +\\d+ columns +aligned")
                .containsPattern("settings +\\d+ settings").doesNotContain(database.password())
                // What a connection sets for itself is no setting of the server.
                .doesNotContain("setting statement_timeout");
        assertThat(err.toString()).contains("making a reference database");
    }

    @Test
    void drift_ends_with_4_and_names_the_object_unless_it_is_accepted() throws Exception {
        migrator().migrate();
        execute("drop index bill_introduced_on_idx; alter table bill add column note text");

        assertThat(run(Map.of())).as(this::all).isEqualTo(4);
        assertThat(out.toString()).containsPattern("DRIFT +index bill_introduced_on_idx")
                .contains("Run: CREATE INDEX bill_introduced_on_idx").containsPattern("DRIFT +column bill.note")
                .containsPattern("schema .* 2 drift");

        out.getBuffer().setLength(0);
        assertThat(run(Map.of(), "--accept", "column bill.*", "--accept", "index bill_introduced_on_idx"))
                .as(this::all).isZero();
        assertThat(out.toString()).containsPattern("ACCEPTED +column bill.note");
    }

    @Test
    void pending_migrations_end_with_3_and_what_is_applied_is_compared() {
        migrator().migrateTo("0002");

        assertThat(run(Map.of(), "--json")).as(this::all).isEqualTo(3);
        JsonNode report = JsonMapper.builder().build().readTree(out.toString());
        assertThat(report.get("findings").valueStream().filter(finding -> finding.get("area").asString()
                .equals("MIGRATIONS")).map(finding -> finding.get("object").asString()))
                .startsWith("migration 0003", "migration 0004");
        assertThat(report.get("database").asString()).startsWith("jdbc:postgresql:");
    }

    @Test
    void an_empty_database_has_all_migrations_pending_and_no_drift() {
        assertThat(run(Map.of())).as(this::all).isEqualTo(3);
        assertThat(out.toString()).containsPattern("migrations +0 applied, [1-9][0-9]* pending")
                .containsPattern("code +not before the pending migrations are applied +not compared");
    }

    @Test
    void a_database_ahead_of_this_version_and_a_changed_migration_are_drift() throws Exception {
        migrator().migrate();
        execute("update flyway_schema_history set checksum = 1 where version = '0002';"
                + "insert into flyway_schema_history select 99, '0099', 'later', 'SQL', 'V0099__later.sql', 1, "
                + "current_user, now(), 1, true");

        assertThat(run(Map.of())).as(this::all).isEqualTo(4);
        assertThat(out.toString()).containsPattern("DRIFT +migration 0002")
                .contains("found     changed", "was changed after it was applied")
                .containsPattern("DRIFT +migration 0099").contains("found     ahead", "applied by a newer release");
    }

    @Test
    void a_role_of_the_server_without_rights_is_told_what_to_grant() throws Exception {
        migrator().migrate();
        String role = "drift_server_" + ProcessHandle.current().pid();
        execute("create role " + role
                + " login password 'drift'; grant select, insert, update, delete on all tables in "
                + "schema public to " + role + "; revoke delete on bill from " + role);
        try {
            assertThat(run(Map.of("MSWADA_DB_USER", role, "MSWADA_DB_PASSWORD", "drift", "MSWADA_DB_MIGRATE_USER",
                    database.user(), "MSWADA_DB_MIGRATE_PASSWORD", database.password()))).as(this::all).isEqualTo(4);
            assertThat(out.toString()).contains("grant delete on table bill to " + role).containsPattern(
                    "schema .* 1 drift");
        } finally {
            execute("drop owned by " + role + "; drop role " + role);
        }
    }

    @Test
    void a_database_out_of_reach_ends_with_5() {
        assertThat(run(Map.of("MSWADA_DB_URL", "postgresql://127.0.0.1:1/mswada"))).as(this::all).isEqualTo(5);
        assertThat(err.toString()).contains("127.0.0.1:1/mswada cannot be reached", "MSWADA_DB_URL");
    }

    private int run(Map<String, String> variables, String... arguments) {
        Map<String, String> all = new HashMap<>(Map.of("MSWADA_DB_URL", database.jdbcUrl(), "MSWADA_DB_USER",
                database.user(), "MSWADA_DB_PASSWORD", database.password()));
        all.putAll(variables);
        List<String> words = new ArrayList<>(List.of("db", "verify-alignment"));
        words.addAll(List.of(arguments));
        CommandLine commandLine = MswadaCommand.commandLine(all);
        commandLine.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return commandLine.execute(words.toArray(String[]::new));
    }

    private SchemaMigrator migrator() {
        return new SchemaMigrator(database.jdbcUrl(), database.user(), database.password());
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String all() {
        return out + "\n" + err;
    }
}
