package org.mswada.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mswada.bootstrap.config.ConfigReader;
import org.mswada.bootstrap.config.ConfigSources;
import org.mswada.bootstrap.config.ServerConfig;
import org.mswada.bootstrap.server.DatabaseAccess;
import org.mswada.bootstrap.server.Lifecycle;
import org.mswada.bootstrap.server.Server;
import org.mswada.support.testdatabase.TestDatabase;

/** Commands that ask the server that runs. */
final class RunningServerCommandsTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    private final Map<String, String> variables = CommandRun.variables(database);
    private final Lifecycle lifecycle = new Lifecycle();

    @BeforeEach
    void startServer() throws Exception {
        ServerConfig config = ConfigReader.read(ConfigSources.of(variables));
        Server server = Server.start(config, DatabaseAccess.own(config, lifecycle, line -> {}), lifecycle, line -> {});
        variables.put("MSWADA_HTTP_PORT", String.valueOf(server.publicPort()));
        variables.put("MSWADA_ADMIN_PORT", String.valueOf(server.adminPort()));
    }

    @AfterEach
    void stopServer() {
        lifecycle.close();
    }

    @Test
    void metrics_shows_what_the_server_counted_and_what_each_number_means() throws Exception {
        list();

        CommandRun run = CommandRun.of(variables, "db", "metrics");

        assertThat(run.exitCode()).as(run::toString).isZero();
        assertThat(run.out()).containsPattern("queries +1 +units that ended").containsPattern("failures +0 ")
                .containsPattern("p99_millis +[0-9.]+ ").containsPattern("circuit +closed ");
        assertThat(CommandRun.of(variables, "db", "metrics", "--json").out()).contains("\"queries\" : 1",
                "\"slow_statements\" : [ ]");
    }

    @Test
    void without_a_server_metrics_says_where_it_looked_and_what_to_do() {
        lifecycle.close();

        CommandRun run = CommandRun.of(variables, "db", "metrics");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("127.0.0.1:" + variables.get("MSWADA_ADMIN_PORT"), "nobody answers",
                "mswada serve");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void what_answers_there_and_is_not_mswada_is_not_shown_as_a_server() throws Exception {
        lifecycle.close();
        HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write("{}".getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        other.start();
        try {
            variables.put("MSWADA_ADMIN_PORT", String.valueOf(other.getAddress().getPort()));

            CommandRun run = CommandRun.of(variables, "db", "metrics");

            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err()).contains("is not Mswada");
        } finally {
            other.stop(0);
        }
    }

    @Test
    void the_doctor_finds_a_server_at_work_and_a_database_that_is_aligned() {
        CommandRun run = CommandRun.of(variables, "doctor");

        assertThat(run.exitCode()).as(run::toString).isZero();
        assertThat(run.out()).containsPattern("OK +server +ready at http://127.0.0.1:")
                .containsPattern("OK +served +queries 0, failures 0").containsPattern("OK +database .*healthy, primary")
                .containsPattern("alignment +PostgreSQL .* 0 drift, 0 pending").contains("db.url=jdbc:postgresql:")
                .contains("db.password=***").doesNotContain("=" + database.password());
    }

    @Test
    void the_doctor_tells_a_foreign_use_of_the_port_from_a_server() throws Exception {
        lifecycle.close();
        try (ServerSocket foreign = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            variables.put("MSWADA_HTTP_PORT", String.valueOf(foreign.getLocalPort()));

            CommandRun run = CommandRun.of(variables, "doctor", "--json");

            assertThat(run.exitCode()).as(run::toString).isEqualTo(1);
            assertThat(run.out()).contains("\"subject\" : \"port " + foreign.getLocalPort() + "\"",
                    "cannot be listened on", "--set http.port=PORT");
        }
    }

    private void list() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            client.send(HttpRequest.newBuilder(
                    URI.create("http://127.0.0.1:" + variables.get("MSWADA_HTTP_PORT") + "/v1/bills")).build(),
                    HttpResponse.BodyHandlers.discarding());
        }
    }
}
