package org.mswada.bootstrap.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mswada.bootstrap.cli.CommandRun;
import org.mswada.bootstrap.config.ConfigReader;
import org.mswada.bootstrap.config.ConfigSources;
import org.mswada.bootstrap.config.ServerConfig;
import org.mswada.bootstrap.server.AdminPort;
import org.mswada.bootstrap.server.DatabaseAccess;
import org.mswada.bootstrap.server.Lifecycle;
import org.mswada.bootstrap.server.Server;

/** Runs each document from its top to its end, as a reader would who does what it says. */
final class DocumentedCommandsTest {
    private static final List<String> READERS_DATABASE = List.of("create role mswada login password '...';",
            "create database mswada owner mswada;");

    /** A row of a table: what, with which command, and that it is then well. */
    private static final Pattern CHECK = Pattern.compile("(?m)^\\|[^|]*\\| `(\\./mswada [^`]+|curl [^`]+)` \\|");

    private static final Pattern NAMED_TESTS = Pattern.compile(" -D(?:it\\.)?test=([A-Z][\\w,]*)");

    /** What needs a process, a network or half an hour, and the test that runs it. */
    private static final Map<String, String> ELSEWHERE = Map.of(
            "./mswada serve", "bootstrap/src/test/java/org/mswada/bootstrap/ServeIT.java",
            "./mswada import interchange",
            "bootstrap/src/test/java/org/mswada/bootstrap/cli/InterchangeImportTest.java",
            "./mswada import us-congress", "bootstrap/src/test/java/org/mswada/bootstrap/cli/ImportCommandTest.java",
            "flyway ", "bootstrap/src/test/java/org/mswada/migrations/OfficialFlywayTest.java",
            "cd migrations", "bootstrap/src/test/java/org/mswada/migrations/OfficialFlywayTest.java",
            "mvn verify", ".ci/run");

    @TempDir
    Path folder;

    private final Map<String, String> exported = new HashMap<>();
    private final Map<String, String> ports = new HashMap<>();

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/configuration.md", "docs/operations.md", "docs/migration-guide.md",
            "docs/resilience.md", "docs/fault-injection.md", "docs/architecture.md", "docs/interchange.md",
            "docs/volumes.md"})
    void every_command_that_is_shown_does_what_is_said(String document) throws Exception {
        exported.put("MSWADA_DATA_DIR", folder.resolve("state").toString());
        List<ShownBlock> blocks = ShownBlock.of(document);
        boolean preparesItself = blocks.stream().anyMatch(block -> block.language().equals("sql"));
        try (ReadersCluster cluster = new ReadersCluster(folder, preparesItself ? List.of() : READERS_DATABASE)) {
            for (ShownBlock block : blocks) {
                switch (block.language()) {
                    case "sql" -> cluster.started().run(block.lines());
                    case "sh" -> block.lines().forEach(line -> run(line, cluster));
                    default -> assertThat(block.language()).isIn("java", "ini", "yaml", "text", "json");
                }
            }
            runChecklist(document, cluster);
        }
    }

    private void run(String line, ReadersCluster cluster) {
        ShownCommand command = ShownCommand.of(line);
        Map<String, String> variables = new HashMap<>(command.variables());
        variables.replaceAll((name, value) -> cluster.started().here(value));
        if (command.isOnlyExport()) {
            exported.putAll(variables);
            return;
        }
        String text = String.join(" ", command.words());
        String elsewhere = elsewhere(text);
        if (!elsewhere.isEmpty()) {
            assertThat(ShownBlock.ROOT.resolve(elsewhere)).as(text).exists();
            return;
        }
        if (command.program().equals("mvn")) {
            namesTestsThatExist(text);
            return;
        }
        assertThat(command.program()).as(line).isEqualTo("./mswada");
        variables.putAll(exported);
        variables.putAll(ports);
        CommandRun run = CommandRun.of(variables,
                command.words().subList(1, command.words().size()).toArray(String[]::new));
        assertThat(run.exitCode()).as("%s%n%s", line, run).isEqualTo(command.exitCode());
        assertThat(run.toString()).doesNotContain(OwnCluster.PASSWORD);
    }

    /** What a table says that can be checked is checked on a server that runs as the document configured it. */
    private void runChecklist(String document, ReadersCluster cluster) throws Exception {
        Matcher row = CHECK.matcher(Files.readString(ShownBlock.ROOT.resolve(document)));
        List<String> checks = row.results().map(found -> found.group(1)).toList();
        if (checks.isEmpty()) {
            return;
        }
        Map<String, String> variables = new HashMap<>(exported);
        variables.putAll(Map.of("MSWADA_HTTP_PORT", "0", "MSWADA_ADMIN_PORT", "0"));
        ServerConfig config = ConfigReader.read(ConfigSources.of(variables));
        try (Lifecycle lifecycle = new Lifecycle()) {
            Server server = Server.start(config, DatabaseAccess.own(config, lifecycle, line -> {}), lifecycle,
                    line -> {});
            ports.putAll(Map.of("MSWADA_HTTP_PORT", String.valueOf(server.publicPort()), "MSWADA_ADMIN_PORT",
                    String.valueOf(server.adminPort())));
            for (String check : checks) {
                if (check.startsWith("curl -fs http://localhost:8081/")) {
                    assertThat(new AdminPort(ConfigReader.read(ConfigSources.of(ports)))
                            .get(check.substring(check.lastIndexOf('/')), "status").path("status").asString())
                            .isEqualTo("ready");
                } else {
                    run(check, cluster);
                }
            }
        }
    }

    private static String elsewhere(String command) {
        return ELSEWHERE.entrySet().stream().filter(entry -> command.startsWith(entry.getKey()))
                .map(Map.Entry::getValue).findFirst().orElse("");
    }

    private static void namesTestsThatExist(String command) {
        List<String> tests = NAMED_TESTS.matcher(command).results()
                .flatMap(found -> Stream.of(found.group(1).split(",", -1)))
                .toList();
        assertThat(tests).as(command).isNotEmpty();
        for (String test : tests) {
            try (Stream<Path> files = Files.walk(ShownBlock.ROOT)) {
                assertThat(files.anyMatch(file -> file.endsWith(test + ".java"))).as("%s of %s", test, command)
                        .isTrue();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }
}
