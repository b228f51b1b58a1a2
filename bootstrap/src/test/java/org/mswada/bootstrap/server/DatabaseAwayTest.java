package org.mswada.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mswada.bootstrap.config.ConfigReader;
import org.mswada.bootstrap.config.ConfigSources;
import org.mswada.bootstrap.config.ServerConfig;
import org.mswada.support.faultinjection.Fault;
import org.mswada.support.faultinjection.FaultProxy;
import org.mswada.support.testdatabase.TestDatabase;

/** A server whose database is away when it starts, and goes away later, needs no restart. */
final class DatabaseAwayTest {
    /** How soon it must serve again once the database accepts connections. */
    private static final Duration COME_BACK = Duration.ofSeconds(6);

    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> talk = new CopyOnWriteArrayList<>();

    @Test
    void it_comes_up_not_ready_says_why_and_serves_as_soon_as_the_database_is_there() throws Exception {
        URI address = URI.create(database.jdbcUrl().substring("jdbc:".length()));
        try (FaultProxy proxy = FaultProxy.before(address.getHost(), address.getPort());
                Lifecycle lifecycle = new Lifecycle()) {
            proxy.inject(Fault.refuse().now());
            ServerConfig config = config(proxy.jdbcUrl(address.getPath().substring(1)));
            Server server = Server.start(config, DatabaseAccess.own(config, lifecycle, talk::add), lifecycle,
                    talk::add);

            assertThat(server.isReady()).isFalse();
            assertThat(talk).anySatisfy(line -> assertThat(line).contains("cannot be reached", "Waiting for it"));
            assertThat(get(server.adminPort(), "/livez").statusCode()).isEqualTo(200);
            assertThat(get(server.adminPort(), "/startupz").statusCode()).isEqualTo(503);
            assertThat(get(server.adminPort(), "/readyz").body()).contains("not ready", "cannot be reached");
            assertThat(get(server.publicPort(), "/v1/bills").statusCode()).isEqualTo(503);

            proxy.heal();
            awaitServing(server);
            assertThat(get(server.adminPort(), "/startupz").statusCode()).isEqualTo(200);

            for (int outage = 0; outage < 3; outage++) {
                proxy.inject(Fault.refuse().now());
                proxy.inject(Fault.reset().now());
                awaitStatus(server.adminPort(), "/readyz", 503);
                assertThat(get(server.publicPort(), "/v1/bills").statusCode()).isEqualTo(503);
                proxy.heal();
                awaitServing(server);
            }
        }
    }

    private static ServerConfig config(String url) throws Exception {
        return ConfigReader.read(ConfigSources.of(Map.of("MSWADA_DB_URL", url, "MSWADA_DB_USER", database.user(),
                "MSWADA_DB_PASSWORD", database.password(), "MSWADA_HTTP_PORT", "0", "MSWADA_ADMIN_PORT", "0")));
    }

    private void awaitServing(Server server) throws IOException, InterruptedException {
        awaitStatus(server.publicPort(), "/v1/bills", 200);
        awaitStatus(server.adminPort(), "/readyz", 200);
    }

    private void awaitStatus(int port, String path, int status) throws IOException, InterruptedException {
        long end = System.nanoTime() + COME_BACK.toNanos();
        while (get(port, path).statusCode() != status) {
            assertThat(System.nanoTime()).as("%s is not %d within %s: %s", path, status, COME_BACK, talk)
                    .isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
