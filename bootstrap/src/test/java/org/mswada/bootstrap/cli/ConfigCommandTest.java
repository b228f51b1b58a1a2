package org.mswada.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

final class ConfigCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter talk = new StringWriter();

    private int run(Map<String, String> variables, String... arguments) {
        CommandLine line = MswadaCommand.commandLine(variables).setOut(new PrintWriter(out))
                .setErr(new PrintWriter(talk));
        return line.execute(arguments);
    }

    @Test
    void it_prints_each_setting_with_its_origin_and_no_secret() {
        assertThat(run(Map.of("MSWADA_DB_URL", "postgresql://user:hunter2@host/db", "MSWADA_ENV", "staging"), "config",
                "--set", "http.port=9090")).isZero();

        assertThat(out.toString()).containsPattern("http.port +9090 +flag --set")
                .containsPattern("db.pool.maximum-size +15 +profile staging")
                .containsPattern("db.url +postgresql://\\*\\*\\*@host/db +environment variable MSWADA_DB_URL");
        assertThat(out + talk.toString()).doesNotContain("hunter2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql://user:hunter2@host/db", "postgresql://user:hunt/er2@host/db",
            "postgresql://user:hunt@er2@host/db", "postgresql://user:hunter2", "user:hunter2@host/db",
            "jdbc:postgresql://user:hunter2@host/db", "jdbc:postgresql://host/db?user=a&password=hunter2",
            "jdbc:postgresql://host/db?PASSWORD=hunter2", "postgresql://host/db?sslpassword=hunter2",
            "postgresql://user:hunter2@host:port/db", "postgresql://user:hunter2@a,b/db", "http://user:hunter2@host"})
    void no_form_of_a_url_shows_the_password_in_it(String url) {
        Map<String, String> variables = Map.of("MSWADA_DB_URL", url, "MSWADA_DB_USER", "a");
        run(variables, "config");
        run(variables, "config", "--json");
        run(variables, "config", "explain", "db.url");
        run(variables, "serve", "--set", "http.port=x");

        assertThat(out + talk.toString()).contains("db.url", "***").doesNotContain("hunt", "er2");
    }

    @Test
    void machines_get_json_and_problems_are_talk() {
        assertThat(run(Map.of("MSWADA_HTTP_PORT", "x"), "config", "--json")).isZero();

        assertThat(out.toString()).contains("\"key\" : \"http.port\"", "\"origin\" : \"default\"");
        assertThat(talk.toString()).contains("1 problem", "http.port");
    }

    @Test
    void explain_says_what_a_setting_means_and_how_to_set_it() {
        assertThat(run(Map.of("MSWADA_DB_POOL_MAXIMUM_SIZE", "7"), "config", "explain", "db.pool.maximum-size"))
                .isZero();

        assertThat(out.toString()).contains("connections to a server at most",
                "is       7 (environment variable MSWADA_DB_POOL_MAXIMUM_SIZE)",
                "default  development 10, staging 15, production 50", "--set db.pool.maximum-size=");
    }

    @Test
    void explain_knows_what_was_meant() {
        assertThat(run(Map.of(), "config", "explain", "db.ulr")).isEqualTo(2);
        assertThat(talk.toString()).contains("did you mean db.url?");
    }

    @Test
    void a_wrong_configuration_ends_a_command_with_exit_code_2() {
        assertThat(run(Map.of(), "migrate", "--set", "http.port=x")).isEqualTo(2);
        assertThat(run(Map.of(), "--set", "http.port=x", "migrate")).isEqualTo(2);
        assertThat(talk.toString()).contains("http.port (flag --set) is 'x'");
    }
}
