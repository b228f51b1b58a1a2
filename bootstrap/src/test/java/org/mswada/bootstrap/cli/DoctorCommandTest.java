package org.mswada.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.mswada.support.testdatabase.TestDatabase;

final class DoctorCommandTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.empty();

    @TempDir
    Path folder;

    private final Map<String, String> variables = new HashMap<>(
            Map.of("MSWADA_HTTP_PORT", "0", "MSWADA_ADMIN_PORT", "0"));

    @Test
    void where_nothing_was_ever_started_it_finds_nothing_wrong_and_starts_nothing() {
        variables.put("MSWADA_DATA_DIR", folder.resolve("state").toString());

        CommandRun run = CommandRun.of(variables, "doctor");

        assertThat(run.exitCode()).as(run::toString).isZero();
        assertThat(run.out()).containsPattern("OK +release +mswada ").containsPattern("server +none answers")
                .contains("an embedded one, which does not run now");
        assertThat(Files.exists(folder.resolve("state"))).isFalse();
    }

    @Test
    void a_wrong_configuration_is_told_beside_what_can_still_be_seen_and_without_its_secrets() {
        variables.put("MSWADA_DB_URL", "postgresql://clerk:hunter2@host/db");
        variables.put("MSWADA_ENV", "producton");

        CommandRun run = CommandRun.of(variables, "doctor");

        assertThat(run.exitCode()).as(run::toString).isEqualTo(1);
        assertThat(run.out()).containsPattern("OK +java ").containsPattern("FAILED +configuration ")
                .contains("producton", "mswada config explain");
        assertThat(run.toString()).doesNotContain("hunter2");
    }

    @Test
    void a_database_that_lets_nobody_in_is_told_and_does_not_hide_the_rest() {
        Map<String, String> wrong = CommandRun.variables(database);
        wrong.put("MSWADA_DB_USER", "nobody_of_that_name");

        CommandRun run = CommandRun.of(wrong, "doctor");

        assertThat(run.exitCode()).as(run::toString).isEqualTo(1);
        assertThat(run.out()).containsPattern("FAILED +database .*unhealthy").contains("nobody_of_that_name")
                .doesNotContain("Examination");
    }

    @Test
    void an_owner_that_is_not_let_in_leaves_what_was_seen_of_the_database() {
        Map<String, String> wrong = CommandRun.variables(database);
        wrong.put("MSWADA_DB_MIGRATE_USER", "nobody_of_that_name");
        wrong.put("MSWADA_DB_MIGRATE_PASSWORD", "hunter2");

        CommandRun run = CommandRun.of(wrong, "doctor");

        assertThat(run.exitCode()).as(run::toString).isEqualTo(1);
        assertThat(run.out()).containsPattern("OK +database .*healthy, primary")
                .containsPattern("FAILED +alignment +could not be compared").contains("nobody_of_that_name");
    }

    @Test
    void a_database_that_is_away_is_broken_and_the_rest_is_still_told() {
        variables.put("MSWADA_DB_URL", "postgresql://127.0.0.1:1/mswada");
        variables.put("MSWADA_DB_USER", "clerk");
        variables.put("MSWADA_DB_PASSWORD", "hunter2");

        CommandRun run = CommandRun.of(variables, "doctor");

        assertThat(run.exitCode()).as(run::toString).isEqualTo(1);
        assertThat(run.out()).containsPattern("FAILED +database .*unhealthy").contains("does not answer")
                .containsPattern("OK +memory");
        assertThat(run.toString()).doesNotContain("hunter2");
    }
}
