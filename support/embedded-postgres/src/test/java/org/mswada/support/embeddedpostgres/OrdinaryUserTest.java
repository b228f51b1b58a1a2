package org.mswada.support.embeddedpostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** As root this runs a JVM of an ordinary user; as an ordinary user all the other tests are that already. */
final class OrdinaryUserTest {
    /** Shared, to unpack the programs once. */
    @TempDir
    private static Path temporary = Path.of("set by JUnit");

    @ParameterizedTest
    @EnumSource(names = {"NAMESPACE", "PLAIN"})
    void an_ordinary_user_without_a_home_can_start_a_server(Launch launch, @TempDir Path parent) throws Exception {
        assumeTrue(Launch.UNPRIVILEGED.isPossible(), "needs root and setpriv to become an ordinary user");
        assumeTrue(launch == Launch.PLAIN || launch.isPossible(), "user namespaces are not allowed here");
        Reachable.byAll(parent);
        Launch.UNPRIVILEGED.handOver(parent);
        Launch.UNPRIVILEGED.handOver(temporary);
        Path folder = parent.resolve("database");
        Map<String, String> withoutHome = Map.of("XDG_CACHE_HOME", "", "JAVA_TOOL_OPTIONS",
                "-Djava.io.tmpdir=" + temporary);
        try (OtherJvm other = OtherJvm.start(Launch.UNPRIVILEGED.prefix(), readableClassPath(parent), withoutHome,
                "persistent", folder.toString(), launch.name()).awaitStarted()) {
            assertThat(temporary.resolve("mswada-postgres-nobody")).exists();
            PostgresAddress address = EmbeddedPostgres.findRunning(folder).orElseThrow();
            assertThat(Sql.query(address, "select 'usable'")).isEqualTo("usable");
            assertThat(Files.getOwner(folder.resolve("data")).getName()).isEqualTo("nobody");
            other.kill();
            assertThat(Await.within(Duration.ofSeconds(2), () -> ServerProcesses.on(folder).isEmpty())).isTrue();
        }
    }

    @ParameterizedTest
    @Tag("soak")
    @EnumSource(names = {"NAMESPACE", "PLAIN"})
    void an_ordinary_user_can_start_a_primary_with_a_standby(Launch launch, @TempDir Path parent) throws Exception {
        assumeTrue(Launch.UNPRIVILEGED.isPossible(), "needs root and setpriv to become an ordinary user");
        assumeTrue(launch == Launch.PLAIN || launch.isPossible(), "user namespaces are not allowed here");
        Reachable.byAll(parent);
        Launch.UNPRIVILEGED.handOver(parent);
        Launch.UNPRIVILEGED.handOver(temporary);
        Path clusters = Files.createDirectory(parent.resolve("clusters"));
        Launch.UNPRIVILEGED.handOver(clusters);
        Map<String, String> withoutHome = Map.of("XDG_CACHE_HOME", "", "JAVA_TOOL_OPTIONS",
                "-Djava.io.tmpdir=" + temporary);
        try (OtherJvm other = OtherJvm.start(Launch.UNPRIVILEGED.prefix(), readableClassPath(parent), withoutHome,
                "cluster", clusters.toString(), launch.name()).awaitStarted()) {
            Path standby = clusters.resolve("cluster-standby_1");
            PostgresAddress address = EmbeddedPostgres.findRunning(standby).orElseThrow();
            assertThat(Sql.query(address, "select pg_is_in_recovery()")).isEqualTo("t");
            assertThat(Files.getOwner(standby.resolve("data")).getName()).isEqualTo("nobody");
            other.kill();
            assertThat(Await.within(Duration.ofSeconds(2), () -> ServerProcesses.on(clusters).isEmpty())).isTrue();
        }
    }

    /** Copies the class path to where an ordinary user may read it: root's home is closed to others. */
    private static String readableClassPath(Path parent) throws IOException {
        List<String> copies = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path copy = parent.resolve("entry-" + copies.size() + "-" + Path.of(entry).getFileName());
            if (Files.exists(Path.of(entry))) {
                Reachable.copy(Path.of(entry), copy);
                copies.add(copy.toString());
            }
        }
        return String.join(File.pathSeparator, copies);
    }
}
