package org.mswada.db.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mswada.db.connection.DatabaseConfig;
import org.mswada.db.connection.PoolConfig;
import org.mswada.db.connection.Pools;
import org.mswada.db.connection.TimeoutConfig;
import org.mswada.db.connection.TlsConfig;
import org.mswada.db.execution.JooqSession;
import org.mswada.db.service.DatabaseService;
import org.mswada.db.validation.ValidationLine.Verdict;
import org.mswada.support.embeddedpostgres.EmbeddedPostgres;
import org.mswada.support.embeddedpostgres.EmbeddedPostgresOptions;
import org.mswada.support.testdatabase.TlsCertificates;

/** With TLS and host verification, as in production: no promise needs to look into what is sent. */
final class EncryptedValidationTest {
    private final List<Object> encrypted = new ArrayList<>();

    @Test
    void every_promise_holds_with_tls_that_verifies_the_host_by_its_own_name(@TempDir Path folder) throws Exception {
        TlsCertificates certificates = TlsCertificates.in(folder);
        TlsCertificates.Signed own = certificates.sign("server", "localhost", "localhost");
        try (EmbeddedPostgres server = EmbeddedPostgres.start(EmbeddedPostgresOptions.temporary()
                .withSettings(Map.of("ssl", "on", "ssl_cert_file", own.certificate().toString(),
                        "ssl_key_file", own.pemKey().toString())))) {
            // The certificate is for this name, and not for the address of the line.
            DatabaseConfig config = new DatabaseConfig("jdbc:postgresql://localhost:" + server.address().port()
                    + "/postgres", List.of(), server.address().user(), server.address().password(),
                    Pools.sharing(PoolConfig.of(5, 50)), TimeoutConfig.DEFAULT,
                    new TlsConfig(TlsConfig.Mode.VERIFY_FULL, certificates.authority(), null, null, null),
                    Validated.SLOW_LIMIT);

            ValidationReport report = new DatabaseValidation(config, ProxyLine::new, this::open, nobodyListens -> {})
                    .run();

            assertThat(report.lines()).hasSize(9).allSatisfy(
                    line -> assertThat(line.verdict()).as(line.toString()).isEqualTo(Verdict.PASSED));
            assertThat(encrypted).hasSize(8).containsOnly(true);
        }
    }

    private DatabaseService open(DatabaseConfig config, MeterRegistry registry) {
        DatabaseService service = Validated.well(config, registry);
        if (config.pools().minimumIdle() > 0) {
            // Nobody may ask for a connection before it was seen how many are open for nobody.
            return service;
        }
        encrypted.add(service.read(Trial.READ, session -> JooqSession.sql(session)
                .fetchValue("select ssl from pg_stat_ssl where pid = pg_backend_pid()")));
        // A connection is back when it was reset, for which its unit does not wait.
        Within.limit(Duration.ofSeconds(5), () -> service.metrics().pool().active() == 0).orElseThrow();
        return service;
    }
}
