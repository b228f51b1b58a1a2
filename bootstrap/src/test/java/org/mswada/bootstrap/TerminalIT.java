package org.mswada.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person sees at a terminal. */
final class TerminalIT {
    private static final String ESCAPE = "\u001b[";
    private static final Path SCRIPT = Path.of("/usr/bin/script");

    @TempDir
    Path folder;

    @Test
    void help_is_coloured_on_a_terminal_unless_NO_COLOR_is_set() throws Exception {
        assumeThat(SCRIPT).as("'script' of util-linux makes the terminal").isExecutable();

        assertThat(onTerminal(Map.of(), "help")).contains(ESCAPE, "doctor");
        assertThat(onTerminal(Map.of("NO_COLOR", "1"), "help")).doesNotContain(ESCAPE).contains("doctor");
        assertThat(run(Map.of(), List.of(java(), "-jar", application(), "help"))).doesNotContain(ESCAPE)
                .contains("doctor");
    }

    @Test
    void the_completion_script_completes_commands_and_options_in_bash() throws Exception {
        Path bash = Path.of("/bin/bash");
        assumeThat(bash).as("completion is for bash").isExecutable();
        Path completion = folder.resolve("mswada.bash");
        Files.writeString(completion, run(Map.of(), List.of(java(), "-jar", application(), "generate-completion")));

        assertThat(completed(bash, completion, "db", "ver")).contains("verify-alignment").doesNotContain("migrate");
        for (String format : List.of("us-congress", "interchange", "legislators")) {
            assertThat(completed(bash, completion, "import", format, "--")).as(format).contains("--rejects",
                    "--dry-run");
        }
    }

    private static String completed(Path bash, Path completion, String... words) throws IOException {
        return run(Map.of(), List.of(bash.toString(), "--norc", "-c", "source " + completion + "; COMP_WORDS=(mswada "
                + String.join(" ", words) + "); COMP_CWORD=" + words.length
                + "; _complete_mswada; printf '%s\\n' \"${COMPREPLY[@]}\""));
    }

    private String onTerminal(Map<String, String> variables, String command) throws Exception {
        return run(variables, List.of(SCRIPT.toString(), "-qec", java() + " -jar " + application() + " " + command,
                "/dev/null"));
    }

    private static String run(Map<String, String> variables, List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("MSWADA_") || name.equals("NO_COLOR"));
        builder.environment().put("TERM", "xterm");
        builder.environment().putAll(variables);
        Process process = builder.start();
        process.getOutputStream().close();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static String application() {
        return System.getProperty("mswada.application");
    }
}
