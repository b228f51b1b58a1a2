package org.mswada.support.testdatabase;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

final class ContainerSourceTest {

    @Test
    @EnabledIfSystemProperty(named = TestDatabaseSettings.SOURCE, matches = "testcontainers", disabledReason = "runs only when asked for, with -Dmswada.test.database=testcontainers")
    void a_container_serves_databases() throws Exception {
        try (TestDatabaseServer server = TestDatabaseServer.start(database -> {});
                TestDatabaseServer.Created created = server.createMigrated()) {
            assertThat(Sql.query(created.address().dataSource(), "show server_version").getFirst()).startsWith("18");
        }
    }

    /** Loading it looks for a daemon, which takes long where there is none. */
    @Test
    void testcontainers_is_not_even_loaded_unless_asked_for() throws Exception {
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !entry.contains("testcontainers") && !entry.contains("docker-java"))
                .collect(Collectors.joining(File.pathSeparator));
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                classPath, EmbeddedMain.class.getName()).redirectErrorStream(true).start();
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(output.lines().collect(Collectors.joining("\n"))).contains("serves 18.");
        }
    }
}
