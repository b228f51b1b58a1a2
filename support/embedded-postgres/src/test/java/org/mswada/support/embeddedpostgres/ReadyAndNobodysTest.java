package org.mswada.support.embeddedpostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is ready, and whose start then fails, as by an interrupt just then, belongs to nobody. */
final class ReadyAndNobodysTest {
    private static final Duration LIMIT = Duration.ofSeconds(15);

    @Test
    void a_server_whose_start_fails_after_it_became_ready_is_ended(@TempDir Path parent) throws Exception {
        EmbeddedPostgresOptions options = EmbeddedPostgresOptions.persistent(parent.resolve("database"));
        Thread obstacle = Thread.ofPlatform().start(() -> blockTheRecord(options.folder()));
        assertThatThrownBy(() -> EmbeddedPostgres.start(options)).isInstanceOf(EmbeddedPostgresException.class)
                .hasMessageContaining("could not be started");
        obstacle.join();
        assertThat(Files.readString(options.folder().resolve("server.log"))).contains("ready to accept connections");
        assertThat(Await.within(LIMIT, () -> ServerProcesses.on(options.folder()).isEmpty()))
                .as("no process of the server is left").isTrue();
    }

    /** What is written only when the server is ready: that it runs, and for whom. */
    private static void blockTheRecord(Path folder) {
        try {
            assertThat(Await.within(LIMIT, () -> Files.exists(folder.resolve("data/postmaster.pid")))).isTrue();
            Files.createDirectories(folder.resolve("running/in-the-way"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
