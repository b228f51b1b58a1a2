package org.mswada.support.embeddedpostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that starts again is the same database on the same port. */
final class RestartTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Test
    void a_killed_server_starts_again_with_its_rows_on_the_same_port() throws Exception {
        EmbeddedPostgresOptions options = EmbeddedPostgresOptions.temporary().withDurability(Durability.DURABLE);
        EmbeddedPostgres killed = EmbeddedPostgres.start(options);
        Sql.execute(killed.address(), "create table bill as select 7 as number");
        // Workers come and go, so the two views agree only when nobody came or went between them.
        assertThat(Await.within(LIMIT, () -> Set.copyOf(killed.processIds())
                .equals(Set.copyOf(ServerProcesses.backends(options.folder()))))).isTrue();
        List<Long> everything = killed.processIds();
        assertThat(everything).hasSizeGreaterThan(3).startsWith(killed.processId());
        ServerProcesses.signal(everything, "KILL");
        assertThat(Await.within(LIMIT, () -> ServerProcesses.on(options.folder()).isEmpty())).isTrue();
        assertThat(killed.processIds()).isEmpty();
        try (EmbeddedPostgres again = killed.restart()) {
            assertThat(again.address()).isEqualTo(killed.address());
            assertThat(Sql.query(again.address(), "select number from bill")).isEqualTo("7");
            assertThatThrownBy(killed::restart).hasMessageContaining("was closed");
            killed.close();
            assertThat(Sql.query(again.address(), "select number from bill")).isEqualTo("7");
        }
        assertThat(options.folder()).doesNotExist();
    }

    @Test
    void a_running_server_is_shut_down_and_started_again(@TempDir Path parent) throws Exception {
        EmbeddedPostgres running = EmbeddedPostgres
                .start(EmbeddedPostgresOptions.persistent(parent.resolve("database")));
        try (EmbeddedPostgres again = running.restart()) {
            assertThat(again.processId()).isNotEqualTo(running.processId());
            assertThat(Sql.query(again.address(), "select 1")).isEqualTo("1");
        }
    }

    @Test
    void the_folder_of_a_temporary_server_goes_even_when_the_server_was_killed() throws Exception {
        EmbeddedPostgresOptions options = EmbeddedPostgresOptions.temporary();
        try (EmbeddedPostgres server = EmbeddedPostgres.start(options)) {
            ServerProcesses.signal(server.processIds(), "KILL");
            assertThat(Await.within(LIMIT, () -> ServerProcesses.on(options.folder()).isEmpty())).isTrue();
        }
        assertThat(options.folder()).doesNotExist();
    }
}
