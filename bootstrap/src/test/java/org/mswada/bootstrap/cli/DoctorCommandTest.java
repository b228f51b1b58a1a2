package org.mswada.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DoctorCommandTest {
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
