package org.mswada.support.faultinjection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mswada.support.embeddedpostgres.EmbeddedPostgresOptions;
import org.mswada.support.embeddedpostgres.PostgresAddress;

/** A server whose disk is full. */
final class FullDiskTest {
    private static final long DISK_BYTES = 160 << 20;
    private static final String DISK_FULL = "53100";

    private static FullDisk disk(Path folder) throws IOException {
        Optional<FullDisk> disk = FullDisk.mount(Files.createDirectories(folder), DISK_BYTES);
        assumeTrue(disk.isPresent(), "only root can mount a disk, and only where the machine allows it");
        return disk.get();
    }

    private static Connection connect(ProcessFaults server) throws SQLException {
        PostgresAddress address = server.address();
        return DriverManager.getConnection(address.jdbcUrl("postgres"), address.user(), address.password());
    }

    @Test
    void an_insert_fails_on_a_full_disk_and_succeeds_when_it_is_free_again(@TempDir Path parent) throws Exception {
        try (FullDisk disk = disk(parent.resolve("disk"));
                ProcessFaults server = ProcessFaults
                        .start(EmbeddedPostgresOptions.persistent(disk.folder().resolve("database")));
                Connection connection = connect(server)) {
            Ledger.execute(connection, "create table ledger (entry int)");
            String insert = "insert into ledger select generate_series(1, 10000)";
            disk.fill();
            assertThat(SqlFailure.of(() -> Ledger.execute(connection, insert)).state()).isEqualTo(DISK_FULL);
            disk.free();
            Ledger.execute(connection, insert);
            assertThat(Ledger.number(connection, "select count(*) from ledger")).isEqualTo(10_000);
        }
    }

    @Test
    void a_log_that_cannot_be_written_crashes_the_server_which_keeps_what_it_acknowledged(@TempDir Path parent)
            throws Exception {
        try (FullDisk disk = disk(parent.resolve("disk"));
                ProcessFaults server = ProcessFaults
                        .start(EmbeddedPostgresOptions.persistent(disk.folder().resolve("database")))) {
            try (Connection connection = connect(server)) {
                Ledger.execute(connection, "create table ledger as select 1 as entry");
                disk.fill();
                assertThat(SqlFailure.of(() -> {
                    for (int segment = 0; segment < 10; segment++) {
                        Ledger.execute(connection, "select pg_logical_emit_message(true, '', repeat('x', 10000000))");
                    }
                }).state()).isIn("57P02", "08006", DISK_FULL);
            }
            disk.free();
            server.stopAtOnce();
            server.restart();
            try (Connection connection = connect(server)) {
                assertThat(Ledger.number(connection, "select entry from ledger")).isEqualTo(1);
            }
        }
    }

    @Test
    void nothing_is_left_of_the_disk_when_it_is_closed(@TempDir Path parent) throws Exception {
        Path folder = parent.resolve("disk");
        try (FullDisk disk = disk(folder)) {
            disk.fill();
            assertThat(Files.readString(Path.of("/proc/mounts"))).contains(folder.toString());
            assertThatThrownBy(() -> FullDisk.mount(folder, DISK_BYTES)).hasMessageContaining("empty");
        }
        assertThat(Files.readString(Path.of("/proc/mounts"))).doesNotContain(folder.toString());
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_folder_that_cannot_be_mounted_on_gives_no_disk(@TempDir Path parent) throws Exception {
        assertThatThrownBy(() -> FullDisk.mount(parent.resolve("missing"), DISK_BYTES)).isInstanceOf(IOException.class);
        assertThat(FullDisk.mount(Files.createDirectory(parent.resolve("disk")), -1)).isEmpty();
    }
}
