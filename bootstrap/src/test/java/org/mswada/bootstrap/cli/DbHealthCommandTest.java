package org.mswada.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mswada.support.testdatabase.TestDatabase;

final class DbHealthCommandTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.empty();

    @Test
    void a_database_that_is_well_is_healthy_and_ends_with_0() {
        CommandRun run = CommandRun.of(CommandRun.variables(database), "db", "health");

        assertThat(run.exitCode()).as(run::toString).isZero();
        assertThat(run.out()).containsPattern("status +healthy").containsPattern("role +primary")
                .containsPattern("latency +[0-9.]+ ms").doesNotContain(database.password());
    }

    @Test
    void machines_get_json() {
        assertThat(CommandRun.of(CommandRun.variables(database), "db", "health", "--json").out())
                .contains("\"status\" : \"healthy\"", "\"issues\" : [ ]");
    }

    @Test
    void a_database_that_lets_us_not_in_is_unhealthy_and_ends_with_5() {
        Map<String, String> variables = CommandRun.variables(database);
        variables.put("MSWADA_DB_USER", "nobody_of_that_name");

        CommandRun run = CommandRun.of(variables, "db", "health");

        assertThat(run.exitCode()).as(run::toString).isEqualTo(5);
        assertThat(run.out()).containsPattern("status +unhealthy").containsPattern("role +unknown")
                .contains("refuses the probe", "nobody_of_that_name");
    }

    @Test
    void a_database_that_is_away_is_unhealthy_and_ends_with_5() {
        Map<String, String> variables = CommandRun.variables(database);
        variables.put("MSWADA_DB_URL", "postgresql://127.0.0.1:1/mswada");

        CommandRun run = CommandRun.of(variables, "db", "health");

        assertThat(run.exitCode()).as(run::toString).isEqualTo(5);
        assertThat(run.out()).containsPattern("status +unhealthy").contains("127.0.0.1:1", "Look whether it runs");
    }
}
