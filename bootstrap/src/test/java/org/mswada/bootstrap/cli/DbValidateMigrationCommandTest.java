package org.mswada.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mswada.db.connection.DatabaseConfig;
import org.mswada.db.execution.ExecutionLimits;
import org.mswada.db.service.CircuitState;
import org.mswada.db.service.DatabaseMetrics;
import org.mswada.db.service.DatabaseService;
import org.mswada.db.service.DatabaseServices;
import org.mswada.db.validation.ValidationLine;
import org.mswada.db.validation.ValidationLine.Verdict;
import org.mswada.db.validation.ValidationReport;
import org.mswada.support.testdatabase.TestDatabase;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class DbValidateMigrationCommandTest {
    private static final int LINES = 11;
    private static final int CALLERS = 16;

    @RegisterExtension
    private final TestDatabase database = TestDatabase.migratedPerTest();

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void a_healthy_database_passes_while_a_server_under_load_on_it_notices_nothing() throws Exception {
        try (DatabaseService serving = DatabaseServices.open(
                new DatabaseConfig(database.jdbcUrl(), database.user(), database.password(), 2, 8,
                        Duration.ofMinutes(1)),
                ExecutionLimits.DEFAULT, Duration.ofMinutes(1), new SimpleMeterRegistry());
                ContinuousUnits units = ContinuousUnits.on(serving, CALLERS)) {
            units.awaitSome();
            DatabaseMetrics before = serving.metrics();

            assertThat(run(Map.of(), "validate-migration", "--json")).as(this::notPassed).isZero();

            DatabaseMetrics after = serving.metrics();
            units.stop();
            assertThat(units.troubles()).isEmpty();
            assertThat(units.circuits()).containsOnly(CircuitState.CLOSED);
            assertThat(after.queries() - before.queries()).isGreaterThan(1_000);
            assertThat(after.failures() + after.retries()).isZero();
        }
        JsonNode report = JsonMapper.builder().build().readTree(out.toString());
        assertThat(report.get("lines").valueStream().map(line -> line.get("verdict").asString())).hasSize(LINES)
                .containsOnly("PASSED");
        assertThat(err.toString()).contains("measuring circuit breaker ...").doesNotContain("\tat ");
        assertThat(all()).doesNotContain(database.password());
    }

    @Test
    void what_failed_comes_before_what_could_not_be_measured_and_neither_is_taken_for_passed() {
        assertThat(DbValidateMigrationCommand.exitCode(report(Verdict.PASSED, Verdict.PASSED))).isZero();
        assertThat(DbValidateMigrationCommand.exitCode(report(Verdict.PASSED, Verdict.NOT_MEASURED))).isEqualTo(75);
        assertThat(DbValidateMigrationCommand.exitCode(report(Verdict.NOT_MEASURED, Verdict.FAILED))).isEqualTo(1);

        StringWriter table = new StringWriter();
        DbValidationTable.print(report(Verdict.PASSED, Verdict.FAILED, Verdict.NOT_MEASURED),
                new PrintWriter(table, true));
        assertThat(table.toString())
                .containsPattern("FAILED +promise 1\\R +expected +all\\R +measured +some\\R +to do +it")
                .containsPattern("NOT MEASURED +promise 2").contains("1 passed, 1 failed, 1 not measured");
    }

    private static ValidationReport report(Verdict... verdicts) {
        List<ValidationLine> lines = new ArrayList<>();
        for (Verdict verdict : verdicts) {
            lines.add(new ValidationLine("promise " + lines.size(), verdict, "all", "some",
                    verdict == Verdict.PASSED ? null : "it"));
        }
        return new ValidationReport("jdbc:postgresql://localhost/mswada", "18.0", lines);
    }

    @Test
    void a_database_out_of_reach_ends_with_5() {
        assertThat(run(Map.of("MSWADA_DB_URL", "postgresql://127.0.0.1:1/mswada"), "validate-migration"))
                .as(this::all).isEqualTo(5);
        assertThat(err.toString()).contains("127.0.0.1:1/mswada cannot be reached", "MSWADA_DB_URL");
    }

    @Test
    void a_wrong_password_is_told_without_showing_it() {
        assertThat(run(Map.of("MSWADA_DB_PASSWORD", "not-the-password-9"), "validate-migration")).isEqualTo(1);
        assertThat(all()).contains("did not let").doesNotContain("not-the-password-9").doesNotContain("\tat ");
    }

    @Test
    void too_few_connections_to_spare_end_with_75_and_nothing_was_measured() throws Exception {
        String role = "validation_cli_" + ProcessHandle.current().pid();
        execute("create role " + role + " login password 'few' connection limit 5");
        try {
            assertThat(run(Map.of("MSWADA_DB_USER", role, "MSWADA_DB_PASSWORD", "few"), "validate-migration"))
                    .as(this::all).isEqualTo(75);
            assertThat(err.toString()).contains("4 connections to spare", "Try again");
            assertThat(out.toString()).isEmpty();
        } finally {
            execute("drop role " + role);
        }
    }

    @Test
    void the_help_tells_the_exit_codes() {
        assertThat(run(Map.of(), "validate-migration", "--help")).isZero();
        assertThat(out.toString()).contains("Exit codes:", "75", "could not be measured");
    }

    private int run(Map<String, String> variables, String... words) {
        Map<String, String> all = new HashMap<>(Map.of("MSWADA_DB_URL", database.jdbcUrl(), "MSWADA_DB_USER",
                database.user(), "MSWADA_DB_PASSWORD", database.password()));
        all.putAll(variables);
        CommandLine commandLine = MswadaCommand.commandLine(all);
        commandLine.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        List<String> arguments = new ArrayList<>(List.of("db"));
        arguments.addAll(List.of(words));
        return commandLine.execute(arguments.toArray(String[]::new));
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String notPassed() {
        return JsonMapper.builder().build().readTree(out.toString()).get("lines").valueStream()
                .filter(line -> !line.get("verdict").asString().equals("PASSED")).toList() + "\n" + err;
    }

    private String all() {
        return out + "\n" + err;
    }
}
