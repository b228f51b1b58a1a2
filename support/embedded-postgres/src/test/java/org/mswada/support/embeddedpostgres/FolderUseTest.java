package org.mswada.support.embeddedpostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FolderUseTest {

    @Test
    void a_second_server_on_the_same_folder_is_refused(@TempDir Path parent) throws Exception {
        EmbeddedPostgresOptions options = EmbeddedPostgresOptions.persistent(parent.resolve("database"));
        try (EmbeddedPostgres server = EmbeddedPostgres.start(options)) {
            assertThatThrownBy(() -> EmbeddedPostgres.start(options)).isInstanceOf(FolderInUse.class)
                    .hasMessageContaining("this process already runs one there");
            try (OtherJvm other = OtherJvm.start("persistent", options.folder().toString())) {
                assertThat(other.awaitEnd()).contains("FolderInUse").contains("in the folder " + options.folder())
                        .contains("process " + ProcessHandle.current().pid() + " already runs one there. Stop that");
            }
            assertThat(Sql.query(server.address(), "select 'undisturbed'")).isEqualTo("undisturbed");
        }
    }

    @Test
    void a_server_of_another_jvm_is_found_and_usable_until_that_jvm_ends(@TempDir Path parent) throws Exception {
        Path folder = parent.resolve("database");
        assertThat(EmbeddedPostgres.findRunning(folder)).isEmpty();
        try (OtherJvm other = OtherJvm.start("persistent", folder.toString()).awaitStarted()) {
            PostgresAddress address = EmbeddedPostgres.findRunning(folder).orElseThrow();
            assertThat(Sql.query(address, "select 'usable'")).isEqualTo("usable");
            assertThatThrownBy(() -> EmbeddedPostgres.start(EmbeddedPostgresOptions.persistent(folder)))
                    .isInstanceOf(FolderInUse.class).hasMessageContaining("process " + other.pid());
            other.kill();
            other.awaitEnd();
            assertThat(EmbeddedPostgres.findRunning(folder)).isEmpty();
        }
    }

    @Test
    void a_server_of_this_jvm_is_found_until_it_is_closed(@TempDir Path parent) throws Exception {
        EmbeddedPostgresOptions options = EmbeddedPostgresOptions.persistent(parent.resolve("database"));
        EmbeddedPostgres server = EmbeddedPostgres.start(options);
        assertThat(EmbeddedPostgres.findRunning(options.folder())).contains(server.address());
        server.close();
        assertThat(EmbeddedPostgres.findRunning(options.folder())).isEmpty();
    }
}
