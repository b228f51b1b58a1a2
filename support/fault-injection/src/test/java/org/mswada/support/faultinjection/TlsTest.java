package org.mswada.support.faultinjection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mswada.support.embeddedpostgres.EmbeddedPostgres;
import org.mswada.support.embeddedpostgres.EmbeddedPostgresOptions;

/** With TLS the proxy passes everything on and can still break it byte by byte. */
final class TlsTest {
    private static final char[] PASSWORD = "not secret".toCharArray();

    private static void writeCertificate(Path folder) throws Exception {
        Path store = folder.resolve("store");
        Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair", "-alias", "server", "-keyalg", "EC", "-dname", "CN=localhost", "-storetype", "PKCS12",
                "-storepass", new String(PASSWORD), "-keystore", store.toString()).inheritIO().start();
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream stream = Files.newInputStream(store)) {
            keys.load(stream, PASSWORD);
        }
        writePem(folder.resolve("server.crt"), "CERTIFICATE", keys.getCertificate("server").getEncoded());
        writePem(folder.resolve("server.key"), "PRIVATE KEY", keys.getKey("server", PASSWORD).getEncoded());
    }

    private static void writePem(Path file, String type, byte[] content) throws IOException {
        String base64 = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(content);
        Files.writeString(file, "-----BEGIN " + type + "-----\n" + base64 + "\n-----END " + type + "-----\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void a_tls_connection_passes_and_faults_of_bytes_strike_it(@TempDir Path folder) throws Exception {
        writeCertificate(folder);
        try (EmbeddedPostgres server = EmbeddedPostgres.start(EmbeddedPostgresOptions.temporary()
                .withSettings(Map.of("ssl", "on", "ssl_cert_file", folder.resolve("server.crt").toString(),
                        "ssl_key_file", folder.resolve("server.key").toString())));
                FaultProxy proxy = FaultProxy.before(server.address().host(), server.address().port())) {
            for (String negotiation : new String[]{"postgres", "direct"}) {
                String url = proxy.jdbcUrl("postgres") + "?sslmode=require&sslNegotiation=" + negotiation;
                try (Connection connection = DriverManager.getConnection(url, server.address().user(),
                        server.address().password())) {
                    assertThat(Ledger.number(connection,
                            "select count(*) from pg_stat_ssl where ssl and pid = pg_backend_pid()")).isEqualTo(1);
                    proxy.inject(Fault.delay(Direction.TO_SERVER, Duration.ofMillis(100)));
                    long begin = System.nanoTime();
                    Ledger.execute(connection, "select 1");
                    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(100));
                    proxy.heal();
                    proxy.inject(Fault.cutAfter(Direction.TO_CLIENT, 2_000, Fault.fin()));
                    assertThat(SqlFailure.of(() -> Ledger.execute(connection, "select repeat('x', 100000)")).cause())
                            .isInstanceOf(EOFException.class);
                }
            }
            assertThat(proxy.counters().statements()).isZero();
            assertThat(proxy.counters().bytesToServer()).isPositive();
        }
    }
}
