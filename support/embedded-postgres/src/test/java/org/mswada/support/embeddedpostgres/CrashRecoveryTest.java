package org.mswada.support.embeddedpostgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a durable server acknowledged is there after everything was killed at once, in the middle of writing. */
final class CrashRecoveryTest {
    private static final int ACKNOWLEDGED_BEFORE_THE_KILL = 300;

    @Test
    void acknowledged_rows_survive_the_kill_of_everything(@TempDir Path parent) throws Exception {
        Path folder = parent.resolve("database");
        AtomicInteger acknowledged = new AtomicInteger();
        try (OtherJvm other = OtherJvm.start("persistent", folder.toString()).awaitStarted()) {
            PostgresAddress address = EmbeddedPostgres.findRunning(folder).orElseThrow();
            Sql.execute(address, "create table bill (number int primary key)");
            CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> write(address, acknowledged));
            assertThat(Await.within(Duration.ofMinutes(1), () -> acknowledged.get() > ACKNOWLEDGED_BEFORE_THE_KILL))
                    .isTrue();
            List<Long> everything = ServerProcesses.on(folder);
            ServerProcesses.signal(everything, "KILL");
            other.kill();
            other.awaitEnd();
            writing.get(1, TimeUnit.MINUTES);
        }
        assertThat(folder.resolve("data/postmaster.pid")).exists();
        try (EmbeddedPostgres server = EmbeddedPostgres.start(EmbeddedPostgresOptions.persistent(folder))) {
            assertThat(Sql.query(server.address(), "select count(*) from bill where number <= " + acknowledged.get()))
                    .isEqualTo(Integer.toString(acknowledged.get()));
        }
    }

    private static void write(PostgresAddress address, AtomicInteger acknowledged) {
        try (Connection connection = Sql.connect(address);
                PreparedStatement insert = connection.prepareStatement("insert into bill values (?)")) {
            while (true) {
                insert.setInt(1, acknowledged.get() + 1);
                insert.executeUpdate();
                acknowledged.incrementAndGet();
            }
        } catch (SQLException killed) {
            return;
        }
    }
}
