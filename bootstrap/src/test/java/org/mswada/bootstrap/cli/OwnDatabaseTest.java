package org.mswada.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mswada.support.testdatabase.TestDatabase;
import picocli.CommandLine;

/** A database of the operator's own, by the commands of the README. */
final class OwnDatabaseTest {
    @RegisterExtension
    private final TestDatabase database = TestDatabase.emptyPerTest();

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void migrate_brings_the_schema_up_to_date_and_says_what_it_did() {
        assertThat(run(Map.of(), "migrate")).as(err.toString()).isZero();
        assertThat(out.toString()).matches("Applied \\d+ migrations\\.\\R");

        assertThat(run(Map.of(), "migrate")).isZero();
        assertThat(out.toString()).contains("The schema is up to date.");
    }

    @Test
    void production_refuses_a_schema_that_is_behind_and_says_what_to_do() {
        assertThat(run(Map.of("MSWADA_ENV", "staging"), "serve")).isEqualTo(3);
        assertThat(err.toString()).contains("migrations 0001, 0002", "Run 'mswada migrate'").doesNotContain("\tat ");
    }

    @Test
    void a_wrong_password_is_told_without_showing_it() {
        assertThat(run(Map.of("MSWADA_DB_PASSWORD", "not-the-password-9"), "migrate")).isEqualTo(1);
        assertThat(err.toString()).contains("did not let").contains("MSWADA_DB_PASSWORD")
                .hasLineCount(1).doesNotContain("not-the-password-9")
                .doesNotContain("\tat ");
    }

    @Test
    void a_server_that_is_not_there_is_told_with_its_name() {
        assertThat(run(Map.of("MSWADA_DB_URL", "postgresql://127.0.0.1:1/mswada"), "migrate")).isEqualTo(5);
        assertThat(err.toString()).contains("127.0.0.1:1/mswada cannot be reached", "MSWADA_DB_URL");
    }

    @Test
    void a_database_that_is_not_there_is_told_with_its_name() {
        String missing = database.jdbcUrl().replaceFirst("/[^/?]+(\\?|$)", "/no_such_database$1");
        assertThat(run(Map.of("MSWADA_DB_URL", missing), "migrate")).isEqualTo(1);
        assertThat(err.toString()).contains("no_such_database", "Create it");
    }

    @Test
    void a_wrong_configuration_is_told_with_exit_code_2() {
        assertThat(run(Map.of("MSWADA_ENV", "prod"), "serve")).isEqualTo(2);
        assertThat(err.toString()).contains("env (environment variable MSWADA_ENV) is 'prod'");
    }

    private int run(Map<String, String> variables, String... arguments) {
        Map<String, String> all = new HashMap<>(Map.of("MSWADA_DB_URL", database.jdbcUrl(), "MSWADA_DB_USER",
                database.user(), "MSWADA_DB_PASSWORD", database.password(), "MSWADA_HTTP_PORT", "0",
                "MSWADA_ADMIN_PORT", "0"));
        all.putAll(variables);
        CommandLine commandLine = MswadaCommand.commandLine(all);
        commandLine.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return commandLine.execute(arguments);
    }
}
