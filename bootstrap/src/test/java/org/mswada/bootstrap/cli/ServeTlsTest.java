package org.mswada.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mswada.bootstrap.cli.TlsPostgres.Session;
import org.mswada.support.testdatabase.TlsCertificates;

/** {@code serve} before a PostgreSQL that speaks TLS: what is encrypted, whom it trusts, what it says when it does not. */
final class ServeTlsTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir
    static Path folder;

    private static TlsPostgres postgres;
    private static TlsCertificates.Signed client;

    @BeforeAll
    static void startServer() throws Exception {
        postgres = new TlsPostgres(Files.createDirectory(folder.resolve("server")));
        client = postgres.certificates().sign("client", TlsPostgres.CERTIFIED_ROLE, "nowhere");
    }

    @AfterAll
    static void stopServer() {
        postgres.close();
    }

    @ParameterizedTest
    @CsvSource({"disable,false", "prefer,true", "require,true", "verify-ca,true", "verify-full,true"})
    void every_connection_is_encrypted_unless_tls_is_disabled(String mode, boolean encrypted) throws Exception {
        int before = postgres.endedSessions().size();
        Map<String, String> variables = new HashMap<>(
                Map.of("MSWADA_DB_TLS_MODE", mode, "MSWADA_DB_SLOW_LIMIT", "1ms"));
        if (mode.startsWith("verify")) {
            variables.put("MSWADA_DB_TLS_AUTHORITY", postgres.certificates().authority().toString());
        }
        try (ServeRun run = serve("localhost", variables)) {
            run.awaitReady();
            awaitPlan(before, run);
            assertThat(postgres.openSessions()).containsEntry("mswada", encrypted)
                    .containsEntry("mswada-probe", encrypted).doesNotContainValue(!encrypted);
        }
        Set<Session> expected = Set.of(new Session("mswada", encrypted), new Session("mswada-probe", encrypted),
                new Session("mswada-migrate", encrypted), new Session("mswada-plan", encrypted));
        awaitEnded(before, expected.size());
        assertThat(Set.copyOf(ended(before))).isEqualTo(expected);
    }

    /** The server writes of the end of a session a moment later. */
    private static void awaitEnded(int before, int distinct) throws Exception {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (Set.copyOf(ended(before)).size() < distinct && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private static List<Session> ended(int before) throws Exception {
        List<Session> all = postgres.endedSessions();
        return all.subList(before, all.size());
    }

    /** A statement that is slow has its plan fetched, on a connection of its own. */
    private static void awaitPlan(int before, ServeRun run) throws Exception {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (ended(before).stream().noneMatch(session -> session.name().equals("mswada-plan"))) {
            run.publicly("/v1/bills");
            assertThat(System.nanoTime()).as("no plan was fetched: %s", ended(before)).isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    @Test
    void production_serves_a_database_that_it_can_verify() throws Exception {
        try (ServeRun first = serve("localhost", Map.of("MSWADA_DB_TLS_MODE", "require"))) {
            first.awaitReady();
        }
        try (ServeRun run = serve("localhost", Map.of("MSWADA_ENV", "production", "MSWADA_DB_TLS_AUTHORITY",
                postgres.certificates().authority().toString()))) {
            run.awaitReady();
            assertThat(postgres.openSessions()).isNotEmpty().doesNotContainValue(false);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"disable", "prefer", "require", "verify-ca"})
    void production_does_not_start_with_less(String mode) throws Exception {
        assertEnds(2, "localhost", Map.of("MSWADA_ENV", "production", "MSWADA_DB_TLS_MODE", mode),
                "db.tls.mode (environment variable MSWADA_DB_TLS_MODE) is '" + mode
                        + "': production needs verify-full");
    }

    @ParameterizedTest
    @ValueSource(strings = {"verify-ca", "verify-full"})
    void an_authority_that_is_not_trusted_is_told(String mode) throws Exception {
        assertEnds(1, "localhost", Map.of("MSWADA_DB_TLS_MODE", mode), "do not agree on TLS",
                "unable to find valid certification path", "Check MSWADA_DB_TLS_MODE, MSWADA_DB_TLS_AUTHORITY");
        Path other = TlsCertificates.in(Files.createDirectory(folder.resolve("other-" + mode))).authority();
        assertEnds(1, "localhost", Map.of("MSWADA_DB_TLS_MODE", mode, "MSWADA_DB_TLS_AUTHORITY", other.toString()),
                "do not agree on TLS", "Check MSWADA_DB_TLS_MODE, MSWADA_DB_TLS_AUTHORITY");
    }

    @Test
    void a_file_of_authorities_that_is_none_is_told_with_its_name() throws Exception {
        Path nonsense = Files.writeString(folder.resolve("nonsense.crt"), "no certificate");
        assertEnds(1, "localhost", Map.of("MSWADA_DB_TLS_MODE", "verify-full", "MSWADA_DB_TLS_AUTHORITY",
                nonsense.toString()), "do not agree on TLS", nonsense.toString());
    }

    @Test
    void a_certificate_for_another_host_is_told_and_only_verify_full_minds() throws Exception {
        Map<String, String> trusted = Map.of("MSWADA_DB_TLS_AUTHORITY",
                postgres.certificates().authority().toString());
        Map<String, String> variables = new HashMap<>(trusted);
        variables.put("MSWADA_DB_TLS_MODE", "verify-full");
        assertEnds(1, "127.0.0.1", variables, "do not agree on TLS", "127.0.0.1", "the server's certificate");

        variables.put("MSWADA_DB_TLS_MODE", "verify-ca");
        try (ServeRun run = serve("127.0.0.1", variables)) {
            run.awaitReady();
        }
    }

    @Test
    void a_client_certificate_is_shown_to_a_server_that_asks_for_it() throws Exception {
        try (ServeRun run = serve("localhost", certified(Map.of("MSWADA_DB_TLS_CERTIFICATE",
                client.certificate().toString(), "MSWADA_DB_TLS_KEY", client.derKey().toString())))) {
            run.awaitReady();
            assertThat(postgres.openSessions()).isNotEmpty().doesNotContainValue(false);
        }
        try (ServeRun run = serve("localhost", certified(Map.of("MSWADA_DB_TLS_CERTIFICATE",
                client.certificate().toString(), "MSWADA_DB_TLS_KEY",
                client.encryptedKey("of-the-key-8").toString(), "MSWADA_DB_TLS_KEY_PASSWORD", "of-the-key-8")))) {
            run.awaitReady();
        }
    }

    @Test
    void a_client_certificate_that_is_missing_or_somebody_elses_is_told() throws Exception {
        assertEnds(1, "localhost", certified(Map.of()), "did not let 'certified' in", "valid client certificate",
                "see MSWADA_DB_TLS_MODE and MSWADA_DB_TLS_CERTIFICATE");

        TlsCertificates.Signed other = postgres.certificates().sign("other", "somebody_else", "nowhere");
        assertEnds(1, "localhost", certified(Map.of("MSWADA_DB_TLS_CERTIFICATE", other.certificate().toString(),
                "MSWADA_DB_TLS_KEY", other.derKey().toString())), "did not let 'certified' in",
                "see MSWADA_DB_TLS_MODE and MSWADA_DB_TLS_CERTIFICATE");

        TlsCertificates.Signed foreign = TlsCertificates.in(Files.createDirectory(folder.resolve("foreign")))
                .sign("client", TlsPostgres.CERTIFIED_ROLE, "nowhere");
        // The server's alert comes after the handshake (RFC 8446, 4.4.2.4), and sometimes too late to be read.
        try (ServeRun run = serve("localhost", certified(Map.of("MSWADA_DB_TLS_CERTIFICATE",
                foreign.certificate().toString(), "MSWADA_DB_TLS_KEY", foreign.derKey().toString())))) {
            run.awaitTold("Received fatal alert: unknown_ca");
            assertThat(run.told()).contains("do not agree on TLS", "MSWADA_DB_TLS_CERTIFICATE");
        }
    }

    @Test
    void a_role_that_may_come_over_tls_only_is_told_where_to_ask_for_it() throws Exception {
        assertEnds(1, "localhost", Map.of("MSWADA_DB_TLS_MODE", "disable", "MSWADA_DB_USER",
                TlsPostgres.CERTIFIED_ROLE, "MSWADA_DB_PASSWORD", TlsPostgres.CERTIFIED_PASSWORD),
                "did not let 'certified' in", "no encryption", "see MSWADA_DB_TLS_MODE");
    }

    @Test
    void a_key_that_does_not_open_is_told_without_its_password() throws Exception {
        Map<String, String> key = new HashMap<>(Map.of("MSWADA_DB_TLS_CERTIFICATE", client.certificate().toString(),
                "MSWADA_DB_TLS_KEY", client.encryptedKey("of-the-key-8").toString()));
        assertEnds(1, "localhost", certified(key), "do not agree on TLS", "SSL key file");
        key.put("MSWADA_DB_TLS_KEY_PASSWORD", "not-of-the-key-8");
        assertThat(assertEnds(1, "localhost", certified(key), "do not agree on TLS", "SSL key file"))
                .doesNotContain("not-of-the-key-8");
    }

    @Test
    void files_that_nobody_would_look_at_are_refused() throws Exception {
        assertEnds(2, "localhost", Map.of("MSWADA_DB_TLS_MODE", "verify-full", "MSWADA_DB_TLS_CERTIFICATE",
                client.certificate().toString(), "MSWADA_DB_TLS_KEY", client.derKey().toString()),
                "name a file of certificates to trust");
        assertEnds(2, "localhost", Map.of("MSWADA_DB_TLS_MODE", "require", "MSWADA_DB_TLS_KEY_PASSWORD", "x"),
                "name the key's file");
    }

    private static Map<String, String> certified(Map<String, String> variables) {
        Map<String, String> all = new HashMap<>(Map.of("MSWADA_DB_USER", TlsPostgres.CERTIFIED_ROLE,
                "MSWADA_DB_PASSWORD", TlsPostgres.CERTIFIED_PASSWORD, "MSWADA_DB_TLS_MODE", "verify-full",
                "MSWADA_DB_TLS_AUTHORITY", postgres.certificates().authority().toString()));
        all.putAll(variables);
        return all;
    }

    private static ServeRun serve(String host, Map<String, String> variables) throws Exception {
        Map<String, String> all = postgres.variables(host);
        all.putAll(variables);
        return ServeRun.start(all);
    }

    private static String assertEnds(int exitCode, String host, Map<String, String> variables, String... parts)
            throws Exception {
        try (ServeRun run = serve(host, variables)) {
            assertThat(run.exitCode()).as(run.told()).isEqualTo(exitCode);
            assertThat(run.told()).contains(parts).doesNotContain("\tat ", "bug of Mswada");
            assertThat(run.listens()).isFalse();
            return run.told();
        }
    }
}
