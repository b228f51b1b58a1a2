package org.mswada.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.mswada.domain.storage.StorageUnavailable;

final class AdminRoutesTest {
    private static HttpResponse<String> ask(TestServer server, String path) {
        return server.send("GET", server.server.adminPort(), path);
    }

    @Test
    void readiness_follows_its_reasons() {
        AtomicReference<List<String>> reasons = new AtomicReference<>(
                List.of("the database does not answer", "draining"));
        try (TestServer server = TestServer.start(TestServer.config(TestServer.PATIENCE, 8, 8), () -> {},
                reasons::get)) {
            HttpResponse<String> notReady = ask(server, "/readyz");
            reasons.set(List.of());
            HttpResponse<String> ready = ask(server, "/readyz");

            assertThat(notReady.statusCode()).isEqualTo(503);
            assertThat(notReady.body())
                    .isEqualTo(
                            "{\"status\":\"not ready\",\"reasons\":[\"the database does not answer\",\"draining\"]}");
            assertThat(notReady.headers().firstValue("cache-control")).contains("no-store");
            assertThat(ready.statusCode()).isEqualTo(200);
            assertThat(ready.body()).isEqualTo("{\"status\":\"ready\",\"reasons\":[]}");
        }
    }

    @Test
    void the_process_is_live_whatever_the_database_does() {
        Runnable broken = () -> {
            throw new StorageUnavailable("no database", null);
        };
        try (TestServer server = TestServer.start(TestServer.config(TestServer.PATIENCE, 8, 8), broken, () -> {
            throw new IllegalStateException("readiness is broken too");
        })) {
            assertThat(ask(server, "/livez").statusCode()).isEqualTo(200);
            assertThat(server.send("HEAD", server.server.adminPort(), "/livez").statusCode()).isEqualTo(200);
            assertThat(ask(server, "/readyz").statusCode()).isEqualTo(500);
        }
    }

    @Test
    void what_is_not_as_it_should_be_is_told_but_keeps_no_request_away() {
        TestReadiness readiness = new TestReadiness(List::of);
        readiness.degraded = List.of("all connections are in use");
        try (TestServer server = TestServer.start(readiness)) {
            assertThat(ask(server, "/readyz").statusCode()).isEqualTo(200);
            assertThat(ask(server, "/readyz").body())
                    .isEqualTo("{\"status\":\"degraded\",\"reasons\":[\"all connections are in use\"]}");
        }
    }

    @Test
    void until_it_has_started_the_public_api_refuses_and_says_why() {
        TestReadiness readiness = new TestReadiness(() -> List.of("The database is away."));
        readiness.started = false;
        try (TestServer server = TestServer.start(readiness)) {
            assertThat(ask(server, "/startupz").statusCode()).isEqualTo(503);
            assertThat(ask(server, "/startupz").body()).contains("not started", "The database is away.");
            assertThat(ask(server, "/livez").statusCode()).isEqualTo(200);
            HttpResponse<String> refused = server.get("/v1/bills");
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.body()).contains("/problems/server-starting", "The database is away.");
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();

            readiness.started = true;
            assertThat(ask(server, "/startupz").statusCode()).isEqualTo(200);
            assertThat(server.get("/v1/bills").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void metrics_are_text_and_health_is_json() {
        try (TestServer server = TestServer.start()) {
            HttpResponse<String> metrics = ask(server, "/metrics");
            assertThat(metrics.body()).isEqualTo("test_total 1\n");
            assertThat(metrics.headers().firstValue("content-type").orElse("")).startsWith("text/plain; version=0.0.4");
            assertThat(ask(server, "/health").body()).isEqualTo("{\"uptime_millis\":7}");
        }
    }

    @Test
    void an_alert_is_acknowledged_by_whoever_says_who_it_is() {
        try (TestServer server = TestServer.start()) {
            HttpResponse<String> seen = server.send("POST", server.server.adminPort(), "/alerts/lag/replica-1?by=ann");
            assertThat(seen.statusCode()).isEqualTo(200);
            assertThat(seen.body()).isEqualTo("{\"acknowledged_by\":\"ann\"}");
            assertThat(seen.headers().firstValue("cache-control")).contains("no-store");

            HttpResponse<String> none = server.send("POST", server.server.adminPort(), "/alerts/lag/primary?by=ann");
            assertThat(none.statusCode()).isEqualTo(404);
            assertThat(none.body()).contains("There is no alert 'lag' on 'primary'", "/health lists");
            HttpResponse<String> nobody = server.send("POST", server.server.adminPort(), "/alerts/lag/replica-1");
            assertThat(nobody.statusCode()).isEqualTo(400);
            assertThat(nobody.body()).contains("'by' says who");
            assertThat(ask(server, "/alerts/lag/replica-1?by=ann").statusCode()).isEqualTo(405);
        }
    }

    @Test
    void the_admin_port_serves_nothing_else() {
        try (TestServer server = TestServer.start()) {
            assertThat(ask(server, "/v1/bills").statusCode()).isEqualTo(404);
            assertThat(ask(server, "/readyz?verbose=1").statusCode()).isEqualTo(400);
            assertThat(server.send("POST", server.server.adminPort(), "/livez").statusCode()).isEqualTo(405);
        }
    }
}
