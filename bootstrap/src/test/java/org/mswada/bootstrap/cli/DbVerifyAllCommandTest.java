package org.mswada.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mswada.db.alignment.AlignmentReport;
import org.mswada.db.alignment.Examined;
import org.mswada.db.alignment.Finding;
import org.mswada.db.alignment.Finding.Severity;
import org.mswada.db.validation.ValidationLine;
import org.mswada.db.validation.ValidationLine.Verdict;
import org.mswada.db.validation.ValidationReport;
import org.mswada.support.testdatabase.TestDatabase;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class DbVerifyAllCommandTest {
    @RegisterExtension
    private final TestDatabase database = TestDatabase.migratedPerTest();

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void an_aligned_database_on_which_all_promises_hold_ends_with_0_and_a_line_for_each() {
        assertThat(run(Map.of(), "--json")).as(this::all).isZero();

        JsonNode scorecard = JsonMapper.builder().build().readTree(out.toString()).get("scorecard");
        assertThat(scorecard.get("failed").asInt()).isZero();
        assertThat(scorecard.get("lines").valueStream().map(line -> line.get("name").asString()))
                .hasSize(15).startsWith("migrations", "schema", "code", "settings", "circuit breaker")
                .endsWith("one DatabaseService", "pool sizes");
        assertThat(scorecard.get("passed").asInt() + scorecard.get("warnings").asInt()).isEqualTo(15);
        assertThat(all()).doesNotContain(database.password());
    }

    @Test
    void drift_ends_with_4_and_is_a_line_of_the_scorecard() throws Exception {
        execute("drop index bill_introduced_on_idx");

        assertThat(run(Map.of())).as(this::all).isEqualTo(4);
        assertThat(out.toString()).containsPattern("DRIFT +index bill_introduced_on_idx")
                .containsPattern("PASSED +circuit breaker\\R +expected")
                .containsPattern("FAILED +schema +1 drift").containsPattern("PASSED +circuit breaker +open after")
                .containsPattern("\\d+ passed, 1 failed, \\d+ warnings\\R$");
    }

    /** A limit binds no superuser, who is let in to be compared; too few are left to validate with all the same. */
    @Test
    void drift_is_told_with_4_even_when_nothing_could_be_validated() throws Exception {
        execute("drop index bill_introduced_on_idx");
        String role = "verify_all_few_" + ProcessHandle.current().pid();
        execute("create role " + role + " superuser login password 'few' connection limit 5");
        try {
            assertThat(run(Map.of("MSWADA_DB_USER", role, "MSWADA_DB_PASSWORD", "few"))).as(this::all).isEqualTo(4);
        } finally {
            execute("drop role " + role);
        }

        assertThat(out.toString()).containsPattern("DRIFT +index bill_introduced_on_idx")
                .containsPattern("NOT MEASURED +validation").containsPattern("FAILED +schema +1 drift")
                .containsPattern("WARNING +validation +could not be measured: .* 4 connections to spare");
    }

    @ParameterizedTest
    @CsvSource({"PASSED,,0", "PASSED,WARNING,0", "PASSED,ACCEPTED,0", "PASSED,PENDING,3", "PASSED,DRIFT,4",
            "FAILED,,1", "FAILED,PENDING,1", "FAILED,DRIFT,4", "NOT_MEASURED,,75", "NOT_MEASURED,WARNING,75",
            "NOT_MEASURED,PENDING,3", "NOT_MEASURED,DRIFT,4"})
    void the_exit_code_is_that_of_the_worst(Verdict verdict, Severity severity, int code) {
        assertThat(DbVerifyAllCommand.exitCode(alignment(severity), validation(verdict))).isEqualTo(code);
    }

    @Test
    void what_is_pending_or_could_not_be_measured_is_never_counted_as_passed() {
        StringWriter printed = new StringWriter();
        DbVerifyAllScorecard.of(alignment(Severity.PENDING), validation(Verdict.NOT_MEASURED, Verdict.FAILED))
                .print(new PrintWriter(printed, true));

        assertThat(printed.toString()).containsPattern("WARNING +schema +1 pending")
                .containsPattern("WARNING +promise +could not be measured: some")
                .containsPattern("FAILED +promise +some").endsWith("0 passed, 1 failed, 2 warnings\n");
    }

    private static AlignmentReport alignment(Severity severity) {
        return new AlignmentReport("jdbc:postgresql://localhost/mswada", "18.0",
                List.of(new Examined(Finding.Area.SCHEMA, "1 object", true)), severity == null
                        ? List.of()
                        : List.of(new Finding(Finding.Area.SCHEMA, severity, "table bill", "a", "b", "c")));
    }

    private static ValidationReport validation(Verdict... verdicts) {
        return new ValidationReport("jdbc:postgresql://localhost/mswada", "18.0", Arrays.stream(verdicts)
                .map(verdict -> new ValidationLine("promise", verdict, "all", "some", null)).toList());
    }

    @Test
    void a_database_out_of_reach_ends_with_5() {
        assertThat(run(Map.of("MSWADA_DB_URL", "postgresql://127.0.0.1:1/mswada"))).as(this::all).isEqualTo(5);
    }

    private int run(Map<String, String> variables, String... words) {
        Map<String, String> all = new HashMap<>(Map.of("MSWADA_DB_URL", database.jdbcUrl(), "MSWADA_DB_USER",
                database.user(), "MSWADA_DB_PASSWORD", database.password()));
        all.putAll(variables);
        CommandLine commandLine = MswadaCommand.commandLine(all);
        commandLine.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        List<String> arguments = new ArrayList<>(List.of("db", "verify-all"));
        arguments.addAll(List.of(words));
        return commandLine.execute(arguments.toArray(String[]::new));
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
