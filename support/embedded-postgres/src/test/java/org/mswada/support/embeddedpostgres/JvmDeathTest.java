package org.mswada.support.embeddedpostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No server outlives the JVM that started it, with a backend in the middle of a long computation. */
final class JvmDeathTest {
    /** Signal 2, counted from the lowest bit. */
    private static final long SIGINT_BIT = 0b10;
    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final Duration LIMIT_FROZEN = Duration.ofSeconds(10);

    @ParameterizedTest
    @ValueSource(strings = {"TERM", "KILL"})
    void the_server_ends_with_its_jvm(String signal, @TempDir Path parent) throws Exception {
        assertServerEnds(Launch.detect(), signal, parent);
    }

    @ParameterizedTest
    @Tag("soak")
    @CsvSource({"NAMESPACE, TERM", "NAMESPACE, KILL", "UNPRIVILEGED, TERM", "UNPRIVILEGED, KILL", "PLAIN, TERM",
            "PLAIN, KILL"})
    void the_server_ends_with_its_jvm_however_it_was_launched(Launch launch, String signal, @TempDir Path parent)
            throws Exception {
        assumeTrue(launch.isPossible(), () -> launch + " is not possible for this user on this machine");
        assertServerEnds(launch, signal, parent);
    }

    private static void assertServerEnds(Launch launch, String signal, Path parent) throws Exception {
        Reachable.byAll(parent);
        Path folder = parent.resolve("database");
        try (OtherJvm other = OtherJvm.start("persistent", folder.toString(), launch.name()).awaitStarted()) {
            computeForLong(EmbeddedPostgres.findRunning(folder).orElseThrow());
            ServerProcesses.signal(List.of(other.pid()), signal);
            assertThat(Await.within(LIMIT, () -> ServerProcesses.on(folder).isEmpty())).isTrue();
        }
    }

    @Test
    void a_frozen_server_ends_with_its_jvm(@TempDir Path parent) throws Exception {
        Path folder = parent.resolve("database");
        try (OtherJvm other = OtherJvm.start("persistent", folder.toString()).awaitStarted()) {
            List<Long> servers = ServerProcesses.backends(folder);
            assertThat(servers).hasSizeGreaterThan(3);
            ServerProcesses.signal(servers, "STOP");
            other.kill();
            assertThat(Await.within(LIMIT_FROZEN, () -> ServerProcesses.on(folder).isEmpty())).isTrue();
        }
    }

    @Test
    void a_primary_and_its_standby_end_with_their_jvm_and_leave_no_files(@TempDir Path parent) throws Exception {
        assertClusterEnds(Launch.detect(), parent);
    }

    @ParameterizedTest
    @Tag("soak")
    @EnumSource
    void a_primary_and_its_standby_end_with_their_jvm_however_they_were_launched(Launch launch, @TempDir Path parent)
            throws Exception {
        assumeTrue(launch.isPossible(), () -> launch + " is not possible for this user on this machine");
        assertClusterEnds(launch, parent);
    }

    private static void assertClusterEnds(Launch launch, Path parent) throws Exception {
        Reachable.byAll(parent);
        // Whoever runs the guard must be able to delete there, as everybody is in the system's temporary folder.
        launch.handOver(parent);
        try (OtherJvm other = OtherJvm.start("cluster", parent.toString(), launch.name()).awaitStarted()) {
            assertThat(parent.toFile().list()).containsExactlyInAnyOrder("cluster-primary", "cluster-standby_1");
            assertThat(ServerProcesses.backends(parent)).hasSizeGreaterThan(6);
            other.kill();
            assertThat(Await.within(LIMIT, () -> ServerProcesses.on(parent).isEmpty())).isTrue();
            assertThat(Await.within(LIMIT, () -> parent.toFile().list().length == 0)).isTrue();
        }
    }

    @Test
    void a_temporary_folder_is_deleted_even_when_the_jvm_is_killed(@TempDir Path parent) throws Exception {
        Path folder = parent.resolve("database");
        try (OtherJvm other = OtherJvm.start("temporary", folder.toString()).awaitStarted()) {
            assertThat(folder).exists();
            other.kill();
            assertThat(Await.within(LIMIT, () -> !folder.toFile().exists())).isTrue();
        }
    }

    @Test
    void an_interrupt_from_the_terminal_leaves_the_server_to_a_jvm_that_drains(@TempDir Path parent)
            throws Exception {
        assumeTrue(hearsInterrupts(), "a shell that started these tests in the background has them ignore interrupts");
        Path folder = parent.resolve("database");
        try (OtherJvm other = OtherJvm.startInOwnGroup("draining", folder.toString()).awaitStarted()) {
            new ProcessBuilder("kill", "-s", "INT", "--", "-" + other.pid()).start().waitFor();
            other.awaitEnd();
            assertThat(folder.resolve(ServerOwner.DRAINED)).exists();
            assertThat(Await.within(LIMIT, () -> ServerProcesses.on(folder).isEmpty())).isTrue();
        }
    }

    /** What is ignored here is ignored by every JVM that is started from here (Linux manual, signal(7)). */
    private static boolean hearsInterrupts() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("SigIgn:")) {
                return (Long.parseUnsignedLong(line.substring("SigIgn:".length()).strip(), 16) & SIGINT_BIT) == 0;
            }
        }
        return true;
    }

    /** The control of this class: if this fails, the tests above prove nothing. */
    @Test
    void a_server_started_without_a_guard_outlives_its_jvm(@TempDir Path parent) throws Exception {
        Path folder = parent.resolve("database");
        try (OtherJvm other = OtherJvm.start("unguarded", folder.toString()).awaitStarted()) {
            assertThat(Await.within(Duration.ofSeconds(20), () -> ServerProcesses.backends(folder).size() > 3))
                    .isTrue();
            other.kill();
            other.awaitEnd();
            assertThat(Await.within(LIMIT, () -> ServerProcesses.on(folder).isEmpty())).isFalse();
            ServerProcesses.signal(ServerProcesses.on(folder), "QUIT");
        }
    }

    private static void computeForLong(PostgresAddress address) throws Exception {
        Thread.ofVirtual().start(() -> {
            try {
                Sql.query(address, "select count(*) from generate_series(1, 1000000000000)");
            } catch (SQLException expected) {
                return;
            }
        });
        assertThat(Await.within(Duration.ofSeconds(20), () -> Sql.query(address, """
                select count(*) from pg_stat_activity where state = 'active' and query like '%generate_series(1,%'
                and pid <> pg_backend_pid()""").equals("1"))).isTrue();
    }
}
