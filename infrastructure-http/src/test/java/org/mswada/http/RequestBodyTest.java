package org.mswada.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mswada.domain.user.Actor;
import org.mswada.domain.user.Role;
import org.mswada.domain.user.UserId;
import org.mswada.http.auth.DevelopmentIssuer;
import org.mswada.http.auth.SignInTrust;
import org.mswada.http.auth.VerifiedToken;
import org.mswada.http.routing.EntityTag;
import org.mswada.http.routing.JsonMembers;
import org.mswada.http.routing.Method;
import org.mswada.http.routing.Reply;
import org.mswada.http.routing.Request;
import org.mswada.http.routing.Route;
import tools.jackson.databind.JsonNode;

/** How bodies, conditions and keys of requests are read, by routes that only say what they read. */
final class RequestBodyTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String JSON = "application/json";

    @TempDir
    static Path folder;
    private static Listener listener;
    private static String token;

    /** What came of reading; the name tells absent from null. */
    private record Read(@Nullable String title, @Nullable LocalDate on, List<String> subjects, List<String> names,
            boolean hasNote) {}

    @BeforeAll
    static void start() {
        DevelopmentIssuer issuer = DevelopmentIssuer.in(folder, "mswada", "mswada_role");
        token = issuer.mint("ann", "clerk", Instant.now(), Duration.ofMinutes(10));
        List<Route> routes = List.of(Route.taking(Method.POST, "/things", RequestBodyTest::make),
                Route.taking(Method.PATCH, "/things", RequestBodyTest::make),
                Route.signedIn(Method.PUT, "/things", request -> Reply.done()),
                Route.signedIn(Method.DELETE, "/things", request -> Reply.untagged(200,
                        Map.of("version", request.expectedVersion(RequestBodyTest::tag)))),
                Route.signedIn(Method.GET, "/things", request -> Reply.json(Map.of("actor",
                        request.actor().role()))));
        listener = Listener.ofApi(TestServer.config(Duration.ofSeconds(5), 64, 64), RouteServlet.of(routes, none -> {},
                headers -> {
                    VerifiedToken _ = new SignInTrust(null, issuer, "mswada_role").verifier().verify(headers);
                    return new Actor(new UserId(Samples.id(1)), Role.CLERK);
                }, new SimpleMeterRegistry()));
        listener.start();
    }

    @AfterAll
    static void stop() {
        listener.close();
    }

    private static EntityTag tag(int version) {
        return EntityTag.ofVersion(1, "thing", version);
    }

    private static Reply make(Request request) {
        JsonMembers members = request.json();
        String title = members.requiredText("title", RequestBodyTest::shortText);
        LocalDate on = members.date("on");
        List<String> subjects = members.texts("subjects", RequestBodyTest::shortText);
        List<String> names = members.objects("people").stream()
                .map(person -> String.valueOf(person.requiredText("name", RequestBodyTest::shortText))).toList();
        boolean hasNote = members.has("note");
        members.check();
        return Reply.created(new Read(title, on, subjects, names, hasNote), tag(1), "/things/1");
    }

    private static String shortText(String text) {
        if (text.isBlank() || text.length() > 20) {
            throw new IllegalArgumentException("has " + text.length() + " characters; 1 to 20 are allowed");
        }
        return text;
    }

    private static HttpResponse<String> send(String method, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest
                .newBuilder(URI.create("http://127.0.0.1:" + listener.port() + "/things"))
                .method(method, body.isEmpty()
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(body))
                .timeout(TestServer.PATIENCE).header("Authorization", "Bearer " + token);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> errors(String body) {
        HttpResponse<String> response = send("POST", body, "Content-Type", JSON);
        JsonNode problem = TestServer.JSON.readTree(response.body());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(problem.get("type").asString()).isEqualTo("/problems/invalid-body");
        return problem.get("errors").valueStream()
                .map(error -> error.get("pointer").asString() + ": " + error.get("message").asString()).toList();
    }

    @Test
    void a_good_body_is_read_and_the_answer_says_where_it_is() {
        HttpResponse<String> response = send("POST", "{\"title\":\"A bill\",\"on\":\"2026-03-01\",\"subjects\":[\"a\"],"
                + "\"people\":[{\"name\":\"Ann\"}],\"note\":null}", "Content-Type", "Application/JSON; charset=UTF-8");

        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        assertThat(response.headers().firstValue("location")).contains("/things/1");
        assertThat(response.headers().firstValue("etag")).contains(tag(1).value());
        assertThat(response.headers().firstValue("cache-control")).contains("no-store");
        assertThat(response.body()).isEqualTo("{\"title\":\"A bill\",\"on\":\"2026-03-01\",\"subjects\":[\"a\"],"
                + "\"names\":[\"Ann\"],\"has_note\":true}");
    }

    @Test
    void all_that_is_wrong_is_told_at_once_with_its_place() {
        assertThat(errors("{\"title\":7,\"on\":\"yesterday\",\"subjects\":[\"a\",true,\"\"],\"people\":[{\"name\":null,"
                + "\"age\":1},3],\"no/te~\":1,\"Title\":\"x\"}"))
                .satisfiesExactlyInAnyOrder(
                        error -> assertThat(error).isEqualTo("/title: is a number; give a text"),
                        error -> assertThat(error).startsWith("/on: 'yesterday' is not a date"),
                        error -> assertThat(error).isEqualTo("/subjects/1: is true or false; give a text"),
                        error -> assertThat(error).startsWith("/subjects/2: has 0 characters"),
                        error -> assertThat(error).isEqualTo("/people/0/name: is missing"),
                        error -> assertThat(error).startsWith("/people/0/age: there is no such member"),
                        error -> assertThat(error).isEqualTo("/people/1: is a number; give an object"),
                        error -> assertThat(error)
                                .startsWith("/no~1te~0: there is no such member: allowed are title, on"),
                        error -> assertThat(error).startsWith("/Title: there is no such member"));
        assertThat(errors("{}")).containsExactly("/title: is missing");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"{\"title\":\"a\",\"title\":\"b\"}|/title: line 1|",
            "{\"title\":\"a\"} {}|:", "{\"title\":\"a\",}|line 1, column 14", "{'title':\"a\"}|line 1",
            "[]|is a list; send an object", "null|is null; send an object", "\"x\"|is a text; send an object",
            "{\"title\":NaN}|line 1", "{\"title\":\"\\ud800\"}|/title: it holds",
            "{\"title\":\"a\\u0000\"}|/title: it holds U+0000", "// c|line 1", "{\"title\":\"a|line 1"})
    void what_is_no_strict_json_is_refused_with_its_place(String body, String expected) {
        assertThat(errors(body)).hasSize(1).allSatisfy(error -> assertThat(error).contains(expected));
    }

    @Test
    void empty_and_deep_and_foreign_bodies_are_refused() {
        HttpResponse<String> empty = send("POST", "", "Content-Type", JSON);
        assertThat(empty.statusCode()).isEqualTo(400);
        assertThat(empty.body()).contains("the body is empty");
        assertThat(errors("[".repeat(100_000))).hasSize(1);
        assertThat(errors("{\"title\":" + "9".repeat(10_000) + "}")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/json; charset=latin1",
            "application/jsonx", "application/merge-patch+json", "application/json, text/plain", "json"})
    void another_type_is_refused_and_told_which_is_right(String type) {
        HttpResponse<String> response = send("POST", "{}", "Content-Type", type);

        assertThat(response.statusCode()).isEqualTo(415);
        assertThat(response.headers().firstValue("accept")).contains(JSON);
        assertThat(response.body()).contains("/problems/unsupported-media-type");
    }

    @Test
    void a_type_has_to_be_said_and_a_patch_is_a_merge_patch() {
        assertThat(send("POST", "{}").statusCode()).isEqualTo(415);
        assertThat(send("PATCH", "{\"title\":\"a\"}", "Content-Type", JSON).headers().firstValue("accept"))
                .contains("application/merge-patch+json");
        assertThat(send("PATCH", "{\"title\":\"a\"}", "Content-Type", "application/merge-patch+json").statusCode())
                .isEqualTo(201);
        assertThat(send("POST", "{}", "Content-Type", JSON, "Content-Encoding", "gzip").statusCode()).isEqualTo(415);
    }

    @Test
    void a_body_that_is_too_large_or_not_taken_is_refused() throws IOException {
        String large = "{\"title\":\"" + "x".repeat(RequestBody.LARGEST) + "\"}";
        HttpResponse<String> response = send("POST", large, "Content-Type", JSON);
        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.body()).contains("/problems/body-too-large");
        assertThat(raw("POST", "Transfer-Encoding: chunked\r\nContent-Type: application/json\r\n",
                "200000\r\n" + "x".repeat(0x200000) + "\r\n0\r\n\r\n")).startsWith("HTTP/1.1 413 ");

        assertThat(send("PUT", "{}").statusCode()).isEqualTo(400);
        assertThat(send("PUT", "").statusCode()).isEqualTo(204);
    }

    @Test
    void a_body_that_is_cut_off_or_garbled_is_the_clients_fault() throws IOException {
        assertThat(raw("POST", "Transfer-Encoding: chunked\r\nContent-Type: application/json\r\n",
                "zz\r\n{}\r\n0\r\n\r\n"))
                .containsPattern("^HTTP/1.1 4\\d\\d ").contains("application/problem+json");
    }

    private static String raw(String method, String headers, String body) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), listener.port())) {
            socket.setSoTimeout(Math.toIntExact(TestServer.PATIENCE.toMillis()));
            String request = method + " /things HTTP/1.1\r\nHost: a\r\nConnection: close\r\nAuthorization: Bearer "
                    + token
                    + "\r\n" + headers + "\r\n" + body;
            try {
                socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
                socket.getOutputStream().flush();
            } catch (IOException serverHasHeardEnough) {
                assertThat(serverHasHeardEnough).isNotNull();
            }
            InputStream answer = socket.getInputStream();
            return new String(answer.readNBytes(600), StandardCharsets.UTF_8);
        }
    }

    @Test
    void a_change_is_for_the_version_whose_tag_is_sent() {
        assertThat(send("DELETE", "", "If-Match", tag(7).value()).body()).isEqualTo("{\"version\":7}");
        assertThat(send("DELETE", "", "If-Match", "\"other\", " + tag(7).value()).body()).isEqualTo("{\"version\":7}");
        for (String unfit : new String[]{"W/" + tag(7).value(), "\"7\"", EntityTag.ofVersion(1, "other", 7).value(),
                EntityTag.ofVersion(2, "thing", 7).value(), tag(7).value().replace("\"7-", "\"8-"), "x",
                tag(7).value() + ", " + tag(8).value()}) {
            assertThat(send("DELETE", "", "If-Match", unfit).statusCode()).as(unfit).isEqualTo(412);
        }
        for (String[] missing : new String[][]{{}, {"If-Match", ""}, {"If-Match", "*"}}) {
            HttpResponse<String> response = send("DELETE", "", missing);
            assertThat(response.statusCode()).isEqualTo(428);
            assertThat(response.body()).contains("/problems/precondition-required");
        }
    }

    /** What comes behind a body that nobody reads must not be taken for it, nor lost when the server closes. */
    @Test
    void a_refused_request_spoils_none_that_follows_on_its_connection() {
        String large = "{\"title\":\"" + "x".repeat(300_000) + "\"}";
        for (int round = 0; round < 200; round++) {
            String type = round % 3 == 0 ? "text/plain" : JSON;
            int expected = round % 3 == 0 ? 415 : 400;
            assertThat(send("POST", round % 2 == 0 ? large : "{}", "Content-Type", type).statusCode())
                    .isEqualTo(expected);
        }
    }

    @Test
    void without_a_good_token_nothing_else_is_looked_at() throws IOException {
        for (String method : new String[]{"POST", "PATCH", "PUT", "DELETE", "GET"}) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + listener.port()
                    + "/things?nonsense=1")).method(method, HttpRequest.BodyPublishers.ofString("nonsense")).build();
            HttpResponse<String> response = CLIENT.sendAsync(request, HttpResponse.BodyHandlers.ofString()).join();
            assertThat(response.statusCode()).isEqualTo(401);
            assertThat(response.headers().firstValue("www-authenticate")).contains("Bearer realm=\"mswada\"");
            assertThat(response.body()).contains("/problems/sign-in-required");
        }
        assertThat(send("POST", "{}", "Content-Type", JSON, "Authorization", "Bearer x").statusCode()).isEqualTo(401);
    }
}
