package org.mswada.support.jooqcodegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StampTest {
    private static final String PACKAGE = "org.example";

    @TempDir
    private Path parent = Path.of("set by JUnit");

    @BeforeEach
    void make_a_program_and_a_migration() throws IOException {
        Files.createDirectories(parent.resolve("program/org"));
        Files.createDirectories(parent.resolve("migrations"));
        Files.writeString(parent.resolve("program/org/ForcedTypes.class"), "types");
        Files.writeString(parent.resolve("program/logback.xml"), "logging");
        Files.writeString(parent.resolve("migrations/V1__bill.sql"), "create table bill ()");
    }

    private Stamp stamp() throws IOException {
        return Stamp.of(parent.resolve("program"), parent.resolve("migrations"), PACKAGE);
    }

    @Test
    void the_same_program_and_migrations_give_the_same_stamp() throws Exception {
        assertThat(stamp()).isEqualTo(stamp());
        Stamp real = Stamp.of(parent.resolve("migrations"), PACKAGE);
        assertThat(real).isEqualTo(Stamp.of(parent.resolve("migrations"), PACKAGE)).isNotEqualTo(stamp());
    }

    @Test
    void a_change_of_the_program_changes_the_stamp() throws IOException {
        Stamp before = stamp();
        Files.writeString(parent.resolve("program/org/ForcedTypes.class"), "other types");
        assertThat(stamp()).isNotEqualTo(before);
    }

    @Test
    void a_change_of_a_migration_or_the_package_changes_the_stamp() throws IOException {
        Stamp before = stamp();
        assertThat(Stamp.of(parent.resolve("program"), parent.resolve("migrations"), "org.other"))
                .isNotEqualTo(before);
        Files.writeString(parent.resolve("migrations/V2__sponsor.sql"), "create table sponsor ()");
        assertThat(stamp()).isNotEqualTo(before);
    }

    @Test
    void how_the_program_logs_does_not_change_the_stamp() throws IOException {
        Stamp before = stamp();
        Files.writeString(parent.resolve("program/logback.xml"), "other logging");
        assertThat(stamp()).isEqualTo(before);
    }

    @Test
    void a_jar_gives_the_same_stamp_as_the_folder_it_was_made_of() throws IOException {
        Path program = parent.resolve("program");
        try (FileSystem jar = FileSystems.newFileSystem(parent.resolve("program.jar"), Map.of("create", "true"))) {
            Files.createDirectory(jar.getPath("/org"));
            Files.copy(program.resolve("org/ForcedTypes.class"), jar.getPath("/org/ForcedTypes.class"));
            assertThat(Stamp.of(jar.getPath("/"), parent.resolve("migrations"), PACKAGE)).isEqualTo(stamp());
        }
    }

    @Test
    void a_stamp_is_on_the_folder_it_was_put_on_only() throws IOException {
        Stamp stamp = stamp();
        assertThat(stamp.isOn(parent)).isFalse();
        stamp.putOn(parent);
        assertThat(stamp.isOn(parent)).isTrue();
        assertThat(new Stamp("other").isOn(parent)).isFalse();
    }
}
