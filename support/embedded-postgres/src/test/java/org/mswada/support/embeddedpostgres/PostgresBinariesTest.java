package org.mswada.support.embeddedpostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PostgresBinariesTest {

    @Test
    @Tag("soak")
    void two_jvms_may_unpack_at_once_and_share_the_result(@TempDir Path parent) throws Exception {
        Map<String, String> freshCache = Map.of("XDG_CACHE_HOME", parent.resolve("cache").toString());
        String classPath = System.getProperty("java.class.path");
        try (OtherJvm first = OtherJvm.start(List.of(), classPath, freshCache, "temporary",
                parent.resolve("first").toString());
                OtherJvm second = OtherJvm.start(List.of(), classPath, freshCache, "temporary",
                        parent.resolve("second").toString())) {
            first.awaitStarted();
            second.awaitStarted();
            assertThat(parent.resolve("cache/mswada-postgres").toFile().list()).hasSize(2).contains("lock");
        }
    }

    @Test
    void programs_on_a_noexec_mount_are_refused_with_what_to_do(@TempDir Path home) throws Exception {
        Files.createDirectory(home.resolve("bin"));
        Path program = Files.createFile(home.resolve("bin/initdb"));
        // A file that nobody may execute: the kernel answers the same as for one on a noexec mount.
        assertThatThrownBy(() -> new PostgresBinaries(home).refuseIfNotExecutable())
                .isInstanceOf(EmbeddedPostgresException.class).hasMessageContaining(program.toString())
                .hasMessageContaining("noexec").hasMessageContaining("XDG_CACHE_HOME");
    }
}
