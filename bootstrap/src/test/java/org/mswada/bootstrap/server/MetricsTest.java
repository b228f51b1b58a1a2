package org.mswada.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

    /** Names with a star stand for many. */
    @Test
    void the_documents_explain_every_meter_of_the_data_layer_and_name_no_other() throws Exception {
        Set<String> explained = names("(?m)^\\| `((?:mswada|hikaricp)_[a-z_0-9]+)`", document("migration-guide.md"));
        Set<String> named = names("((?:mswada|hikaricp)_(?:db|connections)[a-z_]*[a-z])[^a-z_*]",
                document("migration-guide.md") + document("operations.md") + document("resilience.md"));
        try (Lifecycle lifecycle = new Lifecycle()) {
            Server server = start(lifecycle);
            get(server.publicPort(), "/v1/bills");
            String scraped = get(server.adminPort(), "/metrics");

            Set<String> meters = names("(?m)^# HELP ((?:mswada_db|hikaricp)_[a-z_]+|hikaricp_connections) ", scraped);
            assertThat(explained).isEqualTo(meters);
            assertThat(meters).containsAll(named);
        }
    }

    private static Set<String> names(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String document(String name) throws IOException {
        return Files.readString(Path.of(System.getProperty("mswada.repository.root"), "docs", name));
    }

    @Test
    void metrics_cover_the_data_layer_the_pool_http_and_the_jvm_and_health_every_part() throws Exception {
        try (Lifecycle lifecycle = new Lifecycle()) {
            Server server = start(lifecycle);
            assertThat(get(server.publicPort(), "/v1/bills")).contains("items");

            assertThat(get(server.adminPort(), "/metrics"))
                    .containsPattern("mswada_db_units_seconds_count\\{operation=\"bill.list\"\\} 1")
                    .containsPattern("hikaricp_connections_max\\{pool=\"mswada-read\"\\} 6")
                    .containsPattern("hikaricp_connections_max\\{pool=\"mswada-write\"\\} 4")
                    .containsPattern(
                            "mswada_http_requests_seconds_count\\{method=\"GET\",outcome=\"answered\",route=\"/v1/bills\"\\} 1")
                    .contains("jvm_memory_used_bytes", "process_uptime_seconds");
            assertThat(get(server.adminPort(), "/health")).contains("\"uptime_millis\":", "\"name\":\"HTTP server\"",
                    "\"state\":\"running\"", "\"circuit\":\"closed\"", "\"role\":\"primary\"")
                    .doesNotContain(database.password() + "\"");
        }
    }

    private static Server start(Lifecycle lifecycle) throws Exception {
        ServerConfig config = ConfigReader.read(ConfigSources.of(Map.of("MSWADA_DB_URL", database.jdbcUrl(),
                "MSWADA_DB_USER", database.user(), "MSWADA_DB_PASSWORD", database.password(), "MSWADA_HTTP_PORT", "0",
                "MSWADA_ADMIN_PORT", "0")));
        return Server.start(config, DatabaseAccess.own(config, lifecycle, line -> {}), lifecycle, line -> {});
    }

    private String get(int port, String path) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
                HttpResponse.BodyHandlers.ofString()).body();
    }
}
