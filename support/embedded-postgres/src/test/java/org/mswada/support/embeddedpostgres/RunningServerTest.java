package org.mswada.support.embeddedpostgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RunningServerTest {
    private static final String EMPTY = "";
    private static final String GARBAGE = "\0\u00ff\u00fe \u0080 \u00c3( \0 \u00e2\n";
    private static final String TRUNCATED = "40123 17 3000 18 30";

    @ParameterizedTest
    @ValueSource(strings = {EMPTY, GARBAGE, TRUNCATED, "\n", "40123 17 3000\n", "port 17 3000 18 3001\n"})
    void an_unreadable_note_says_that_nothing_is_known(String content, @TempDir Path folder) throws Exception {
        Files.write(folder.resolve("running"), content.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(RunningServer.read(folder)).isEmpty();
        assertThat(EmbeddedPostgres.findRunning(folder)).isEmpty();
    }

    @Test
    void what_is_written_is_read(@TempDir Path parent) throws Exception {
        EmbeddedPostgresOptions options = EmbeddedPostgresOptions.persistent(parent.resolve("database"));
        ServerFolder folder = ServerFolder.create(options, Launch.detect());
        RunningServer server = new RunningServer(40_123, ProcessIdentity.of(ProcessHandle.current().pid()),
                new ProcessIdentity(17, 3000));
        server.write(folder);
        assertThat(RunningServer.read(folder.path())).contains(server);
    }

    @ParameterizedTest
    @ValueSource(strings = {EMPTY, GARBAGE, TRUNCATED})
    void an_unreadable_note_does_not_stop_a_start(String content, @TempDir Path parent) throws Exception {
        EmbeddedPostgresOptions options = EmbeddedPostgresOptions.persistent(parent.resolve("database"));
        ServerFolder folder = ServerFolder.create(options, Launch.detect());
        folder.write(folder.path().resolve("running"), content.getBytes(StandardCharsets.ISO_8859_1));
        FormerServer.awaitEnd(folder);
        assertThat(folder.path().resolve("running")).doesNotExist();
    }
}
