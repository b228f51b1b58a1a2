package org.mswada.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mswada.bootstrap.Await;
import org.mswada.bootstrap.config.ConfigReader;
import org.mswada.bootstrap.config.ConfigSources;
import org.mswada.bootstrap.config.ServerConfig;
import org.mswada.db.health.Alert;
import org.mswada.db.health.AlertRule;
import org.mswada.support.faultinjection.Fault;
import org.mswada.support.faultinjection.FaultProxy;
import org.mswada.support.testdatabase.TestDatabase;
import org.slf4j.LoggerFactory;

/** How somebody who runs the server hears of an alert, and says that it was seen. */
final class AlertsTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final String GAUGE = "mswada_db_alerts{rule=\"circuit_open\"} ";

    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    private final HttpClient client = HttpClient.newHttpClient();
    private final Logger logger = (Logger) LoggerFactory.getLogger(AlertLog.class);
    private final Events events = new Events();

    @Test
    void an_alert_is_logged_counted_listed_and_acknowledged() throws Exception {
        URI address = URI.create(database.jdbcUrl().substring("jdbc:".length()));
        events.start();
        logger.addAppender(events);
        try (FaultProxy proxy = FaultProxy.before(address.getHost(), address.getPort());
                Lifecycle lifecycle = new Lifecycle()) {
            int port = start(proxy.jdbcUrl(address.getPath().substring(1)), lifecycle).adminPort();
            Await.until(LIMIT, () -> get(port, "/health").contains("\"state\":\"takes writes\""),
                    () -> get(port, "/health"));
            assertThat(get(port, "/metrics")).contains(GAUGE + "0");

            proxy.inject(Fault.refuse().now());
            proxy.inject(Fault.reset().now());
            Await.until(LIMIT, () -> get(port, "/health").contains("\"rule\":\"circuit_open\""),
                    () -> get(port, "/health"));
            Await.until(LIMIT, () -> !events.seen.isEmpty(), () -> "the alert is not logged");

            assertThat(get(port, "/metrics")).contains(GAUGE + "1");
            assertThat(get(port, "/health")).contains("\"state\":\"takes writes\"", "\"state\":\"away");
            assertThat(events.seen).singleElement().satisfies(event -> {
                assertThat(event.getLevel()).isEqualTo(Level.WARN);
                assertThat(event.getFormattedMessage()).startsWith("alert circuit_open of primary: ");
            });

            HttpResponse<String> answer = acknowledge(port, "circuit_open/primary");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("\"acknowledged_by\":\"ann\"");
            assertThat(get(port, "/health")).contains("\"acknowledged_by\":\"ann\"");
            assertThat(acknowledge(port, "lag/primary").statusCode()).isEqualTo(404);
            assertThat(acknowledge(port, "no_such_rule/primary").statusCode()).isEqualTo(404);
        } finally {
            logger.detachAppender(events);
        }
    }

    @Test
    void its_beginning_is_a_warning_and_its_end_is_none() {
        Alert alert = new Alert(AlertRule.LAG, "replica-1", Instant.EPOCH, "It lags.",
                new Alert.Acknowledgement("ann", Instant.EPOCH));
        AlertLog log = new AlertLog();
        events.start();
        logger.addAppender(events);
        Level before = logger.getLevel();
        logger.setLevel(Level.INFO);
        try {
            log.fired(alert);
            log.acknowledged(alert);
            log.cleared(alert);
        } finally {
            logger.setLevel(before);
            logger.detachAppender(events);
        }

        assertThat(events.seen.stream().map(event -> event.getLevel() + " " + event.getFormattedMessage()))
                .containsExactly("WARN alert lag of replica-1: It lags.", "INFO alert lag of replica-1 was seen by ann",
                        "INFO alert lag of replica-1 is over; it began at 1970-01-01T00:00:00Z");
    }

    @Test
    void operators_find_each_rule_explained() throws Exception {
        Path file = Path.of(System.getProperty("mswada.repository.root"), "docs", "operations.md");

        assertThat(Files.readString(file)).contains(Arrays.stream(AlertRule.values())
                .map(rule -> "\n| `" + ServerAdministration.label(rule) + "` | ").toList());
    }

    private static Server start(String url, Lifecycle lifecycle) throws Exception {
        ServerConfig config = ConfigReader.read(ConfigSources.of(Map.of("MSWADA_DB_URL", url, "MSWADA_DB_USER",
                database.user(), "MSWADA_DB_PASSWORD", database.password(), "MSWADA_HTTP_PORT", "0",
                "MSWADA_ADMIN_PORT", "0")));
        return Server.start(config, DatabaseAccess.own(config, lifecycle, line -> {}), lifecycle, line -> {});
    }

    private String get(int port, String path) {
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build()).body();
    }

    private HttpResponse<String> acknowledge(int port, String alert) {
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/alerts/" + alert + "?by=ann"))
                .POST(HttpRequest.BodyPublishers.noBody()).build());
    }

    private HttpResponse<String> send(HttpRequest request) {
        return client.sendAsync(request, HttpResponse.BodyHandlers.ofString()).join();
    }

    /** What was logged. */
    private static final class Events extends AppenderBase<ILoggingEvent> {
        private final Queue<ILoggingEvent> seen = new ConcurrentLinkedQueue<>();

        @Override
        protected void append(ILoggingEvent event) {
            seen.add(event);
        }
    }
}
