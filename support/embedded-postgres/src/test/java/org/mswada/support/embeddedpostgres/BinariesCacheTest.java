package org.mswada.support.embeddedpostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BinariesCacheTest {
    private static final Path HOME = Path.of("/home/clerk");
    private static final Path TEMPORARY = Path.of("/tmp");

    @Test
    void the_users_cache_comes_first_and_the_temporary_folder_last() {
        Path temporary = Path.of("/tmp/mswada-postgres-" + System.getProperty("user.name"));
        assertThat(BinariesCache.candidates("/cache", HOME, TEMPORARY))
                .containsExactly(Path.of("/cache/mswada-postgres"), temporary);
        List<Path> below = List.of(Path.of("/home/clerk/.cache/mswada-postgres"), temporary);
        assertThat(BinariesCache.candidates(null, HOME, TEMPORARY)).isEqualTo(below);
        assertThat(BinariesCache.candidates("", HOME, TEMPORARY)).isEqualTo(below);
        assertThat(BinariesCache.candidates("relative", HOME, TEMPORARY)).isEqualTo(below);
    }

    @Test
    void a_folder_that_cannot_be_made_is_passed_over(@TempDir Path parent) throws Exception {
        Path impossible = Files.createFile(parent.resolve("file")).resolve("cache");
        Path possible = parent.resolve("deep/cache");
        assertThat(BinariesCache.open(Launch.PLAIN, List.of(impossible, possible))).isEqualTo(possible);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(possible))).isEqualTo("rwx--x--x");
        assertThatThrownBy(() -> BinariesCache.open(Launch.PLAIN, List.of(impossible)))
                .isInstanceOf(EmbeddedPostgresException.class).hasMessageContaining("unpacked nowhere")
                .hasMessageContaining(parent.resolve("file").toString()).hasMessageContaining("XDG_CACHE_HOME");
    }

    @Test
    void a_link_is_refused_because_another_user_could_have_set_it(@TempDir Path parent) throws Exception {
        Path elsewhere = Files.createDirectory(parent.resolve("elsewhere"));
        Path link = Files.createSymbolicLink(parent.resolve("cache"), elsewhere);
        assertThatThrownBy(() -> BinariesCache.open(Launch.PLAIN, List.of(link)))
                .isInstanceOf(EmbeddedPostgresException.class).hasMessageContaining("cannot be trusted");
    }

    @Test
    void a_folder_closed_to_the_account_of_the_server_is_passed_over(@TempDir Path parent) throws Exception {
        assumeTrue(Launch.runsAsRoot(), "only root starts the server as another account");
        Path closed = Files.createDirectory(parent.resolve("home")).resolve("cache");
        Path open = parent.resolve("open");
        Reachable.byAll(parent);
        Files.setPosixFilePermissions(closed.getParent(), PosixFilePermissions.fromString("rwx------"));
        assertThat(BinariesCache.open(Launch.UNPRIVILEGED, List.of(closed, open))).isEqualTo(open);
        assertThat(BinariesCache.open(Launch.NAMESPACE, List.of(closed, open))).isEqualTo(closed);
        Launch.UNPRIVILEGED.handOver(closed.getParent());
        assertThat(BinariesCache.open(Launch.NAMESPACE, List.of(closed, open))).isEqualTo(open);
    }
}
