package org.mswada.support.embeddedpostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EmbeddedPostgresTest {

    @Test
    void a_temporary_server_answers_and_leaves_nothing_behind() throws SQLException {
        EmbeddedPostgresOptions options = EmbeddedPostgresOptions.temporary();
        EmbeddedPostgres server = EmbeddedPostgres.start(options);
        assertThat(Sql.query(server.address(), "show server_version")).startsWith("18.");
        assertThat(Sql.query(server.address(), "show fsync")).isEqualTo("off");
        assertThat(ServerProcesses.on(options.folder())).contains(server.processId());
        server.close();
        server.close();
        assertThat(options.folder()).doesNotExist();
        assertThat(ServerProcesses.on(options.folder())).isEmpty();
    }

    @Test
    void a_persistent_server_keeps_its_data_from_one_start_to_the_next(@TempDir Path parent) throws SQLException {
        EmbeddedPostgresOptions options = EmbeddedPostgresOptions.persistent(parent.resolve("database"));
        try (EmbeddedPostgres server = EmbeddedPostgres.start(options)) {
            Sql.execute(server.address(), "create table bill as select 42 as number");
        }
        try (EmbeddedPostgres server = EmbeddedPostgres.start(options)) {
            assertThat(Sql.query(server.address(), "select number from bill")).isEqualTo("42");
        }
    }

    @Test
    void a_new_cluster_is_durable_checked_utf8_with_a_collation_of_its_own(@TempDir Path parent) throws SQLException {
        Path folder = parent.resolve("database");
        try (EmbeddedPostgres server = EmbeddedPostgres.start(EmbeddedPostgresOptions.persistent(folder))) {
            assertThat(Sql.query(server.address(), """
                    select string_agg(name || '=' || setting, ' ' order by name) from pg_settings where name in
                    ('fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums', 'server_encoding')"""))
                    .isEqualTo("data_checksums=on fsync=on full_page_writes=on server_encoding=UTF8"
                            + " synchronous_commit=on");
            assertThat(Sql.query(server.address(),
                    "select datlocprovider::text || ' ' || datlocale from pg_database where datname = 'template1'"))
                    .isEqualTo("b C.UTF-8");
        }
    }

    @Test
    void only_the_owner_of_the_password_gets_in_and_only_by_loopback(@TempDir Path parent) throws Exception {
        Path folder = parent.resolve("database");
        try (EmbeddedPostgres server = EmbeddedPostgres.start(EmbeddedPostgresOptions.persistent(folder))) {
            PostgresAddress address = server.address();
            assertThatThrownBy(
                    () -> DriverManager.getConnection(address.jdbcUrl("postgres"), address.user(), "guessed"))
                    .isInstanceOf(SQLException.class).hasMessageContaining("password authentication failed");
            assertThat(Sql.query(address, "select string_agg(distinct auth_method, ' ') from pg_hba_file_rules"))
                    .isEqualTo("scram-sha-256");
            assertThat(Sql.query(address, "select current_setting('listen_addresses') || '/'"
                    + " || current_setting('unix_socket_directories')")).isEqualTo("127.0.0.1/");
            assertThat(address.toString()).doesNotContain(address.password());
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("password"))))
                    .isEqualTo("rw-------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder))).isEqualTo("rwx------");
        }
    }

    @Test
    void a_port_that_is_taken_is_named_with_what_to_do() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            EmbeddedPostgresOptions options = EmbeddedPostgresOptions.temporary().withPort(taken.getLocalPort());
            assertThatThrownBy(() -> EmbeddedPostgres.start(options)).isInstanceOf(EmbeddedPostgresException.class)
                    .hasMessageContaining("did not start on port " + taken.getLocalPort())
                    .hasMessageContaining("choose another, or 0 for a free one");
            assertThat(options.folder()).doesNotExist();
        }
    }

    @Test
    void a_failed_start_shows_the_end_of_the_log_and_releases_the_folder(@TempDir Path parent) throws SQLException {
        EmbeddedPostgresOptions options = EmbeddedPostgresOptions.persistent(parent.resolve("database"));
        assertThatThrownBy(() -> EmbeddedPostgres.start(options.withSettings(Map.of("work_mem", "plenty"))))
                .isInstanceOf(EmbeddedPostgresException.class)
                .hasMessageContaining("invalid value for parameter \"work_mem\": \"plenty\"");
        try (EmbeddedPostgres server = EmbeddedPostgres.start(options.withSettings(Map.of("work_mem", "5MB")))) {
            assertThat(Sql.query(server.address(), "show work_mem")).isEqualTo("5MB");
        }
    }

    @Test
    void settings_that_belong_to_the_server_itself_are_refused() {
        assertThatThrownBy(() -> EmbeddedPostgresOptions.temporary().withSettings(Map.of("port", "5432")))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("[port]");
        assertThatThrownBy(() -> EmbeddedPostgresOptions.temporary().withPort(65_536))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("65536");
    }

    @Test
    void a_folder_of_other_things_is_left_alone(@TempDir Path folder) throws Exception {
        Files.createFile(folder.resolve("thesis.txt"));
        assertThatThrownBy(() -> EmbeddedPostgres.start(EmbeddedPostgresOptions.persistent(folder)))
                .isInstanceOf(EmbeddedPostgresException.class).hasMessageContaining("holds other things");
        EmbeddedPostgresOptions deleting = new EmbeddedPostgresOptions(folder, 0, Durability.FAST, Map.of(), true);
        assertThatThrownBy(() -> EmbeddedPostgres.start(deleting)).isInstanceOf(EmbeddedPostgresException.class)
                .hasMessageContaining("would be deleted");
        assertThat(folder.toFile().list()).containsExactly("thesis.txt");
    }
}
