package org.mswada.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.mswada.application.importing.BillSource;
import org.mswada.bootstrap.cli.CommandRun;
import org.mswada.bootstrap.config.ConfigReader;
import org.mswada.bootstrap.config.ConfigSources;
import org.mswada.bootstrap.config.ServerConfig;
import org.mswada.domain.user.Actor;
import org.mswada.importing.demo.DemoLegislature;
import org.mswada.support.testdatabase.TestDatabase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What somebody with a token of {@code mswada token} does over HTTP is in PostgreSQL, once. */
final class WritesOverHttpTest {
    private static final int AT_ONCE = 16;

    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();
    @TempDir
    static Path folder;

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Lifecycle LIFECYCLE = new Lifecycle();
    private static Map<String, String> variables = Map.of();
    private static Server server;

    @BeforeAll
    static void start() throws Exception {
        variables = new HashMap<>(CommandRun.variables(database));
        variables.put("MSWADA_DATA_DIR", folder.toString());
        ServerConfig config = ConfigReader.read(ConfigSources.of(variables));
        DatabaseAccess access = DatabaseAccess.own(config, LIFECYCLE, line -> {});
        server = Server.start(config, access, LIFECYCLE, line -> {});
        try (BillSource demo = DemoLegislature.open()) {
            access.component(LIFECYCLE, new SimpleMeterRegistry()).importBills()
                    .run(Actor.OPERATOR, demo, new SilentProgress()).done();
        }
    }

    @AfterAll
    static void stop() {
        LIFECYCLE.close();
    }

    private static String token(String role) {
        CommandRun run = CommandRun.of(variables, "token", "--role", role);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run.out().strip();
    }

    private static HttpResponse<String> send(String role, String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest
                .newBuilder(URI.create("http://localhost:" + server.publicPort() + path))
                .method(method, body.isEmpty()
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", method.equals("PATCH") ? "application/merge-patch+json" : "application/json");
        if (!role.isEmpty()) {
            request.header("Authorization", "Bearer " + token(role));
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode json(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        return JsonMapper.shared().readTree(response.body());
    }

    private static JsonNode anyBill() {
        return json(send("", "GET", "/v1/bills?limit=1", ""), 200).at("/items/0");
    }

    private static String newBill(String number) {
        JsonNode any = anyBill();
        return "{\"jurisdiction\":\"" + any.get("jurisdiction").asString() + "\",\"session\":\""
                + any.get("session").asString() + "\",\"identifier\":\"" + number + "\",\"classification\":\"bill\","
                + "\"origin_chamber\":\"" + any.get("origin_chamber").asString()
                + "\",\"introduced_on\":\"2026-02-01\","
                + "\"title\":\"To answer\",\"subjects\":[\"Answers\"],\"areas\":[\"North\"]}";
    }

    @Test
    void a_bill_is_introduced_changed_and_moved() {
        HttpResponse<String> created = send("clerk", "POST", "/v1/bills", newBill("ZZ 1"));
        JsonNode bill = json(created, 201);
        String path = created.headers().firstValue("location").orElseThrow();
        assertThat(json(send("", "GET", path, ""), 200)).isEqualTo(bill);

        JsonNode patched = json(send("clerk", "PATCH", path, "{\"title\":\"To ask\",\"subjects\":null}", "If-Match",
                tag(created)), 200);
        assertThat(patched.get("version").asInt()).isEqualTo(2);
        assertThat(patched.get("title").asString()).isEqualTo("To ask");
        assertThat(patched.get("subjects")).isEmpty();
        assertThat(patched.at("/areas/0").asString()).isEqualTo("North");

        HttpResponse<String> read = send("", "GET", path, "");
        JsonNode moved = json(send("clerk", "POST", path + "/transitions",
                "{\"to\":\"in_committee\",\"on\":\"2026-02-03\",\"text\":\"Referred\"}", "If-Match", tag(read)), 200);
        assertThat(moved.get("status").asString()).isEqualTo("in_committee");
        assertThat(json(send("clerk", "POST", path + "/transitions",
                "{\"to\":\"in_committee\",\"on\":\"2026-02-03\",\"text\":\"Referred\"}", "If-Match", tag(read)), 412)
                .get("type").asString()).isEqualTo("/problems/precondition-failed");
        assertThat(json(send("", "GET", path, ""), 200)).isEqualTo(moved);
    }

    private static String tag(HttpResponse<String> response) {
        return response.headers().firstValue("etag").orElseThrow();
    }

    @Test
    void of_many_who_change_the_same_version_or_take_the_same_number_at_once_one_does() throws Exception {
        HttpResponse<String> created = send("clerk", "POST", "/v1/bills", newBill("ZZ 2"));
        String path = created.headers().firstValue("location").orElseThrow();

        assertThat(
                atOnce(n -> send("clerk", "PATCH", path, "{\"title\":\"Title " + n + "\"}", "If-Match", tag(created))))
                .containsOnlyOnce(200).allMatch(status -> status == 200 || status == 412);
        assertThat(atOnce(n -> send("clerk", "POST", "/v1/bills", newBill("ZZ 3"))))
                .containsOnlyOnce(201).allMatch(status -> status == 201 || status == 409);
        assertThat(json(send("", "GET", path, ""), 200).get("version").asInt()).isEqualTo(2);
    }

    private static List<Integer> atOnce(java.util.function.IntFunction<HttpResponse<String>> request) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<Integer>> sent = new ArrayList<>();
            for (int number = 0; number < AT_ONCE; number++) {
                int own = number;
                sent.add(threads.submit(() -> request.apply(own).statusCode()));
            }
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> one : sent) {
                statuses.add(one.get());
            }
            return statuses;
        }
    }

    @Test
    void what_cannot_be_stored_is_the_clients_fault() {
        String withSponsor = newBill("ZZ 4").replace("]}",
                "],\"sponsorships\":[{\"name_as_printed\":\"A\",\"entity_type\":"
                        + "\"person\",\"role\":\"primary\",\"sponsor_id\":\"01890a5d-ac96-774b-bcce-b302099a8057\"}]}");
        assertThat(json(send("clerk", "POST", "/v1/bills", withSponsor), 422).get("detail").asString())
                .contains("refers to something that is not there");
        assertThat(json(send("clerk", "POST", "/v1/bills", newBill("ZZ 5").replace("2026-02-01", "-9999-02-01")), 400)
                .get("type").asString()).isEqualTo("/problems/invalid-body");
    }

    @Test
    void an_account_is_kept_and_erased_and_its_owner_follows() {
        JsonNode me = json(send("expert", "GET", "/v1/me", ""), 200);
        assertThat(json(send("expert", "GET", "/v1/me", ""), 200)).isEqualTo(me);
        String tag = tag(send("expert", "GET", "/v1/me", ""));
        assertThat(json(send("expert", "PATCH", "/v1/me", "{\"email\":\"eve@example.org\"}", "If-Match", tag), 200)
                .get("email").asString()).isEqualTo("eve@example.org");
        String profile = tag(send("expert", "GET", "/v1/me/profile", ""));
        assertThat(json(send("expert", "PUT", "/v1/me/profile", "{\"language\":\"sw\"}", "If-Match", profile), 200)
                .get("language").asString()).isEqualTo("sw");
        assertThat(send("expert", "PUT", "/v1/me/profile", "{}", "If-Match", profile).statusCode()).isEqualTo(412);

        String bill = "/v1/me/tracking/bills/" + anyBill().get("id").asString();
        assertThat(send("expert", "PUT", bill, "{\"frequency\":\"daily\"}").statusCode()).isEqualTo(204);
        assertThat(json(send("expert", "GET", "/v1/me/tracking", ""), 200).get("items")).hasSize(1);
        assertThat(send("expert", "DELETE", bill, "").statusCode()).isEqualTo(204);
        assertThat(send("expert", "DELETE", bill, "").statusCode()).isEqualTo(404);

        assertThat(send("expert", "DELETE", "/v1/me", "").statusCode()).isEqualTo(204);
        assertThat(json(send("expert", "GET", "/v1/me", ""), 200).get("id")).isNotEqualTo(me.get("id"));
    }

    @Test
    void first_requests_at_once_are_one_user() throws Exception {
        List<JsonNode> seen = new java.util.concurrent.CopyOnWriteArrayList<>();
        atOnce(n -> {
            HttpResponse<String> response = send("journalist", "GET", "/v1/me", "");
            seen.add(json(response, 200).get("id"));
            return response;
        });
        assertThat(seen).hasSize(AT_ONCE).containsOnly(seen.getFirst());
    }
}
