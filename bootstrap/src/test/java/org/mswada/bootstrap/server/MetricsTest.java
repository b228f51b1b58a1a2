package org.mswada.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mswada.bootstrap.config.ConfigReader;
import org.mswada.bootstrap.config.ConfigSources;
import org.mswada.bootstrap.config.ServerConfig;
import org.mswada.support.testdatabase.TestDatabase;

/** What the admin port shows of a server at work. */
final class MetricsTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void metrics_cover_the_data_layer_the_pool_http_and_the_jvm_and_health_every_part() throws Exception {
        ServerConfig config = ConfigReader.read(ConfigSources.of(Map.of("MSWADA_DB_URL", database.jdbcUrl(),
                "MSWADA_DB_USER", database.user(), "MSWADA_DB_PASSWORD", database.password(), "MSWADA_HTTP_PORT", "0",
                "MSWADA_ADMIN_PORT", "0")));
        try (Lifecycle lifecycle = new Lifecycle()) {
            Server server = Server.start(config, DatabaseAccess.own(config, lifecycle, line -> {}), lifecycle,
                    line -> {});
            assertThat(get(server.publicPort(), "/v1/bills")).contains("items");

            assertThat(get(server.adminPort(), "/metrics"))
                    .containsPattern("mswada_db_units_seconds_count\\{operation=\"bill.list\"\\} 1")
                    .containsPattern("hikaricp_connections_max\\{pool=\"mswada-write\"\\} 10")
                    .containsPattern(
                            "mswada_http_requests_seconds_count\\{outcome=\"answered\",route=\"/v1/bills\"\\} 1")
                    .contains("jvm_memory_used_bytes", "process_uptime_seconds");
            assertThat(get(server.adminPort(), "/health")).contains("\"uptime_millis\":", "\"name\":\"HTTP server\"",
                    "\"state\":\"running\"", "\"circuit\":\"closed\"", "\"role\":\"primary\"")
                    .doesNotContain(database.password() + "\"");
        }
    }

    private String get(int port, String path) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
                HttpResponse.BodyHandlers.ofString()).body();
    }
}
