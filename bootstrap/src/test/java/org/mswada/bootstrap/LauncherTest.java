package org.mswada.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher on a copy of its own, beside a stand-in for the build. */
final class LauncherTest {
    private static final List<String> TOOLS = List.of("sh", "dirname", "readlink", "sed", "find", "head", "date",
            "mkdir",
            "touch", "cat", "flock", "cp");

    @TempDir
    Path folder;

    private Path root;
    private Path tools;

    @BeforeEach
    void copyLauncher() throws IOException {
        root = Files.createDirectories(folder.resolve("a clone"));
        tools = Files.createDirectories(folder.resolve("tools"));
        Files.copy(Path.of(System.getProperty("mswada.repository.root"), "mswada"), root.resolve("mswada"));
        root.resolve("mswada").toFile().setExecutable(true);
        Files.createDirectories(root.resolve("domain/src/main/java"));
        Files.writeString(root.resolve("domain/src/main/java/Some.java"), "class Some {}");
        try (Stream<Path> sources = Files.walk(root.resolve("domain"))) {
            sources.forEach(source -> source.toFile().setLastModified(System.currentTimeMillis() - 60_000));
        }
        for (String tool : TOOLS) {
            for (String bin : List.of("/bin", "/usr/bin")) {
                if (Files.isExecutable(Path.of(bin, tool)) && !Files.exists(tools.resolve(tool))) {
                    Files.createSymbolicLink(tools.resolve(tool), Path.of(bin, tool));
                }
            }
        }
    }

    @Test
    void without_a_jdk_it_says_in_one_line_what_is_missing() throws Exception {
        Run run = run(Map.of());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.output()).hasLineCount(1).contains("no JDK 25 or newer", "install one", "JAVA_HOME");
    }

    @Test
    void a_jdk_that_is_too_old_does_not_count() throws Exception {
        assertThat(run(Map.of("JAVA_HOME", jdk("17.0.15").toString())).exitCode()).isEqualTo(2);
    }

    @Test
    void without_maven_it_says_in_one_line_what_is_missing() throws Exception {
        Run run = run(Map.of("JAVA_HOME", jdk("25.0.1").toString()));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.output()).hasLineCount(1).contains("Maven is missing", "install Maven 3.8.7");
    }

    @Test
    void it_builds_once_and_again_when_a_source_changes() throws Exception {
        script(tools.resolve("mvn"), "cat > '" + root + "/bootstrap/target/mswada.jar' </dev/null");
        Map<String, String> environment = Map.of("JAVA_HOME", jdk("25.0.1").toString());

        assertThat(run(environment, "serve", "a b").output()).contains("building").contains("ran: serve,a b,");
        assertThat(run(environment, "serve").output()).doesNotContain("building").contains("ran: serve,");

        Path changed = root.resolve("domain/src/main/java/Some.java");
        changed.toFile().setLastModified(System.currentTimeMillis() + 5_000);
        assertThat(run(environment, "serve").output()).contains("building");
    }

    @Test
    void it_builds_again_when_a_source_is_deleted() throws Exception {
        script(tools.resolve("mvn"), "cat > '" + root + "/bootstrap/target/mswada.jar' </dev/null");
        Map<String, String> environment = Map.of("JAVA_HOME", jdk("25.0.1").toString());
        run(environment, "serve");

        Path deleted = root.resolve("domain/src/main/java/Some.java");
        Files.delete(deleted);
        deleted.getParent().toFile().setLastModified(System.currentTimeMillis() + 5_000);
        assertThat(run(environment, "serve").output()).contains("building");
    }

    @Test
    void a_jdk_is_found_on_the_path_and_in_the_usual_folders() throws Exception {
        script(tools.resolve("mvn"), "cat > '" + root + "/bootstrap/target/mswada.jar' </dev/null");
        Path jdk = jdk("26.0.1");
        assertThat(run(Map.of("MSWADA_JDK_FOLDERS", folder.resolve("none") + " " + jdk), "one").output())
                .contains("ran: one,");

        Files.createSymbolicLink(tools.resolve("javac"), jdk.resolve("bin/javac"));
        assertThat(run(Map.of(), "two").output()).contains("ran: two,");
    }

    @Test
    void a_build_that_fails_ends_it() throws Exception {
        script(tools.resolve("mvn"), "exit 1");

        Run run = run(Map.of("JAVA_HOME", jdk("25.0.1").toString()));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output()).contains("the build failed").doesNotContain("ran:");
    }

    /** A folder that looks like a JDK, whose java prints its arguments after the jar. */
    private Path jdk(String version) throws IOException {
        Path jdk = Files.createDirectories(folder.resolve("jdk-" + version));
        Files.createDirectories(jdk.resolve("bin"));
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        script(jdk.resolve("bin/java"), "while [ \"$1\" != -jar ]; do shift; done; shift 2; "
                + "printf 'ran: '; for each in \"$@\"; do printf '%s,' \"$each\"; done");
        script(jdk.resolve("bin/javac"), "exit 0");
        return jdk;
    }

    private static void script(Path file, String body) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        file.toFile().setExecutable(true);
    }

    private Run run(Map<String, String> environment, String... arguments) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(root.resolve("mswada").toString());
        builder.command().addAll(List.of(arguments));
        Map<String, String> variables = new HashMap<>(Map.of("MSWADA_JDK_FOLDERS", ""));
        variables.putAll(environment);
        variables.put("PATH", tools.toString());
        builder.environment().clear();
        builder.environment().putAll(variables);
        Process process = builder.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Run(process.exitValue(), output);
    }

    /** How a run ended and what it printed. */
    private record Run(int exitCode, String output) {}
}
