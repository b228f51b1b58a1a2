package org.mswada.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mswada.support.embeddedpostgres.EmbeddedPostgres;
import org.mswada.support.embeddedpostgres.EmbeddedPostgresOptions;
import org.mswada.support.testdatabase.TestDatabase;

/**
 * Every foreseen reason for which {@code serve} does not start and that lies outside the database: it says what, why and what
 * to do, and leaves nothing.
 */
final class ServeFailureTest {
    @RegisterExtension
    private final TestDatabase database = TestDatabase.migratedPerTest();

    private final FailingServe serving = new FailingServe(database);

    @ParameterizedTest
    @CsvSource({"MSWADA_HTTP_PORT,api", "MSWADA_ADMIN_PORT,admin"})
    void a_taken_port_is_told_with_what_to_do(String variable, String purpose) throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String port = Integer.toString(taken.getLocalPort());
            try (ServeRun run = ServeRun.start(serving.with(Map.of(variable, port)))) {
                assertThat(run.exitCode()).as(run.told()).isEqualTo(1);
                serving.assertSpoken(run, "Cannot listen on 127.0.0.1:" + port + " for the " + purpose, "in use",
                        "set " + variable + " to a free port");
            }
        }
        serving.assertNoSessionIsLeft();
    }

    @Test
    void a_host_that_is_not_this_machine_is_told_with_what_to_do() throws Exception {
        serving.assertEnds(1, Map.of("MSWADA_HTTP_HOST", "192.0.2.1"), "Cannot listen on 192.0.2.1:",
                "correct the host");
    }

    @Test
    void a_wrong_configuration_is_told_all_at_once_with_exit_code_2() throws Exception {
        serving.assertEnds(2, Map.of("MSWADA_HTTP_PORT", "http", "MSWADA_ENV", "production", "MSWADA_DB_UESR", "x",
                "MSWADA_DB_TLS_AUTHORITY", "/no/such/file", "MSWADA_DB_TLS_MODE", "require"),
                "The configuration has 4 problems", "http.port (environment variable MSWADA_HTTP_PORT) is 'http'",
                "MSWADA_DB_UESR", "did you mean MSWADA_DB_USER?", "db.tls.authority",
                "production needs verify-full", "'mswada config explain KEY'");
    }

    @Test
    void a_data_folder_in_use_is_told_with_its_name(@TempDir Path folder) throws Exception {
        Map<String, String> own = Map.of("MSWADA_DATA_DIR", folder.toString());
        try (EmbeddedPostgres _ = EmbeddedPostgres.start(EmbeddedPostgresOptions.persistent(
                folder.resolve("postgres"))); ServeRun run = ServeRun.start(own)) {
            assertThat(run.exitCode()).isEqualTo(1);
            serving.assertSpoken(run, "No second PostgreSQL was started in the folder " + folder,
                    "already runs one there",
                    "Stop that one first, or choose another folder");
        }
    }

    @Test
    void a_data_folder_of_somebody_else_is_told_with_its_name(@TempDir Path folder) throws Exception {
        Files.createDirectories(folder.resolve("postgres"));
        Files.writeString(folder.resolve("postgres").resolve("letter"), "mine");
        try (ServeRun run = ServeRun.start(Map.of("MSWADA_DATA_DIR", folder.toString()))) {
            assertThat(run.exitCode()).isEqualTo(1);
            serving.assertSpoken(run, "holds other things than an embedded PostgreSQL", "Name an empty folder");
        }
    }

    @Test
    void an_interrupted_start_says_so_and_asks_for_another_try() throws Exception {
        try (ServeRun run = ServeRun.start(serving.with(Map.of()))) {
            run.awaitReady();
            assertThat(run.stop()).isEqualTo(75);
            serving.assertSpoken(run, "was interrupted", "Run it again");
            assertThat(run.listens()).isFalse();
        }
        serving.assertNoSessionIsLeft();
    }
}
