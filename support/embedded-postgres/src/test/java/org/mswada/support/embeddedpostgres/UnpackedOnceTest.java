package org.mswada.support.embeddedpostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UnpackedOnceTest {
    private final AtomicInteger unpacked = new AtomicInteger();

    @TempDir
    private Path cache = Path.of("set by JUnit");

    @BeforeEach
    void unpack() throws IOException {
        UnpackedOnce.in(cache, "programs", this::fill);
    }

    private void fill(Path target) throws IOException {
        unpacked.incrementAndGet();
        Files.createDirectories(target.resolve("bin"));
        Files.writeString(target.resolve("bin/postgres"), "server");
        Files.writeString(target.resolve("bin/initdb"), "maker");
    }

    @Test
    void a_complete_folder_is_used_as_it_is() throws IOException {
        assertThat(UnpackedOnce.in(cache, "programs", this::fill)).isEqualTo(cache.resolve("programs"));
        assertThat(unpacked).hasValue(1);
        assertThat(cache.resolve("unpacking")).doesNotExist();
    }

    @Test
    void a_missing_program_is_unpacked_again() throws IOException {
        Files.delete(cache.resolve("programs/bin/postgres"));
        assertUnpackedAgain();
    }

    @Test
    void a_truncated_program_is_unpacked_again() throws IOException {
        Files.writeString(cache.resolve("programs/bin/postgres"), "serv");
        assertUnpackedAgain();
    }

    @Test
    void a_folder_without_a_marker_is_unpacked_again() throws IOException {
        Files.delete(cache.resolve("programs/.complete"));
        assertUnpackedAgain();
    }

    @Test
    void what_a_killed_jvm_left_half_unpacked_is_cleared_away() throws IOException {
        FileTree.delete(cache.resolve("programs"));
        Files.createDirectories(cache.resolve("unpacking/new/bin"));
        Files.writeString(cache.resolve("unpacking/new/bin/half"), "half");
        assertUnpackedAgain();
        assertThat(cache.resolve("programs/bin/half")).doesNotExist();
    }

    @Test
    void a_failure_leaves_nothing_that_could_be_taken_for_the_programs() throws IOException {
        assertThatThrownBy(() -> UnpackedOnce.in(cache, "others", target -> {
            fill(target);
            throw new IOException("the disk is full");
        })).isInstanceOf(IOException.class);
        assertThat(cache.toFile().list()).containsExactlyInAnyOrder("programs", "lock");
    }

    @Test
    void of_two_jvms_that_come_at_once_one_unpacks_and_the_other_uses_its_result(@TempDir Path shared)
            throws Exception {
        try (OtherJvm first = OtherJvm.start("unpack", shared.toString());
                OtherJvm second = OtherJvm.start("unpack", shared.toString())) {
            assertThat(first.awaitEnd() + second.awaitEnd()).isEmpty();
        }
        assertThat(shared.resolve("unpacked-by")).content().hasLineCount(1);
        assertThat(shared.resolve("programs/postgres")).exists();
    }

    private void assertUnpackedAgain() throws IOException {
        UnpackedOnce.in(cache, "programs", this::fill);
        assertThat(unpacked).hasValue(2);
        assertThat(cache.resolve("programs/bin/postgres")).hasContent("server");
        assertThat(cache.toFile().list()).containsExactlyInAnyOrder("programs", "lock");
    }
}
