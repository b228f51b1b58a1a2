package org.mswada.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.mswada.support.testdatabase.TestDatabase;

/**
 * The official command line on the same folder, with the shipped flyway.toml. 11.8.2 is the last one on Maven Central; its
 * 200 MB are fetched into the local repository once, and where they cannot be had the test is skipped.
 */
@Tag("soak")
final class OfficialFlywayTest {
    private static final String UNPACK = "org.apache.maven.plugins:maven-dependency-plugin:3.11.0:unpack";
    private static final String ARTIFACT = "org.flywaydb:flyway-commandline:11.8.2:tar.gz";
    private static final int FETCH_LIMIT_SECONDS = 300;
    private static final int VERB_LIMIT_SECONDS = 60;

    @RegisterExtension
    private final TestDatabase database = TestDatabase.emptyPerTest();

    @TempDir
    Path folder;

    @Test
    void both_apply_the_same_migrations_and_understand_each_other() throws Exception {
        fetch();
        Path root = Path.of(System.getProperty("mswada.repository.root"));
        Path project = copy(root.resolve("migrations"), folder.resolve("project"));
        SchemaMigrator ours = new SchemaMigrator(database.jdbcUrl(), database.user(), database.password());

        Run migrate = flyway(project, "migrate");
        assertThat(migrate.exitCode()).as(migrate.output()).isZero();
        assertThat(ours.pending()).isEmpty();
        assertThat(ours.history().drift()).isEmpty();
        assertThat(ours.migrate()).isZero();

        new MigrationsFolder(project.resolve("src/main/resources/db/migration")).with("V9001__concurrent_index.sql",
                "create index concurrently bill_concurrent_idx on bill (created_at);");
        Run index = flyway(project, "migrate");
        assertThat(index.exitCode()).as(index.output()).isZero();
        assertThat(ours.history().drift()).extracting(SchemaMigration::status).containsExactly(MigrationStatus.AHEAD);

        ours.clean();
        assertThat(ours.migrate()).isPositive();
        Run validate = flyway(root.resolve("migrations"), "validate");
        assertThat(validate.exitCode()).as(validate.output()).isZero();
    }

    private void fetch() throws Exception {
        try {
            Run fetched = run(folder, FETCH_LIMIT_SECONDS, List.of("mvn", "-B", "-q", UNPACK, "-Dartifact=" + ARTIFACT,
                    "-DoutputDirectory=" + folder.resolve("official")));
            Assumptions.assumeTrue(fetched.exitCode() == 0, () -> "skipped, for Maven cannot resolve " + ARTIFACT + ": "
                    + fetched.output());
        } catch (IOException noMaven) {
            Assumptions.abort("skipped, for Maven cannot be run: " + noMaven.getMessage());
        }
    }

    private Run flyway(Path project, String verb) throws Exception {
        return run(project, VERB_LIMIT_SECONDS, List.of(folder.resolve("official/flyway-11.8.2/flyway").toString(),
                "-skipCheckForUpdate", "-url=" + database.jdbcUrl(), "-user=" + database.user(), verb));
    }

    private Run run(Path directory, int limitSeconds, List<String> command) throws Exception {
        Path output = Files.createTempFile(folder, "run", ".txt");
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command)).directory(directory.toFile())
                .redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(Map.of("FLYWAY_PASSWORD", database.password(), "JAVA_HOME",
                System.getProperty("java.home")));
        Process process = builder.start();
        boolean ended = process.waitFor(limitSeconds, TimeUnit.SECONDS);
        if (!ended) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        String text = Files.readString(output, StandardCharsets.UTF_8);
        return ended ? new Run(process.exitValue(), text) : new Run(-1, "not within " + limitSeconds + " s: " + text);
    }

    private static Path copy(Path from, Path to) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(from)) {
            files = all.filter(file -> file.endsWith("flyway.toml") || file.toString().contains("/src/main/resources/"))
                    .filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            Path copy = to.resolve(from.relativize(file));
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        }
        return to;
    }

    /** How a run ended and what it printed. */
    private record Run(int exitCode, String output) {}
}
