package org.mswada.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class VersionCommandTest {
    @Test
    void it_names_the_release_its_commit_and_the_java_that_runs_it() {
        CommandRun run = CommandRun.of(Map.of(), "version");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).containsPattern("(?m)^mswada [0-9][^ ,]*, commit ([0-9a-f]{7,} of 20|unknown)")
                .containsPattern("(?m)^Java .*25").containsPattern("(?m)^system +Linux");
    }

    @Test
    void the_option_says_the_first_line_of_it() {
        assertThat(CommandRun.of(Map.of(), "version").out()).startsWith(CommandRun.of(Map.of(), "--version").out());
    }

    @Test
    void machines_get_json() {
        assertThat(CommandRun.of(Map.of(), "version", "--json").out()).contains("\"version\" : \"", "\"commit\" : ");
    }
}
