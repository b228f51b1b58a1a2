package org.mswada.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Methods, headers and conditional requests, on every route alike. */
final class ProtocolTest {
    private static final TestServer SERVER = TestServer.start();
    private static final String BILL = "/v1/bills/" + Samples.id(1);
    private static final String TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736";

    @AfterAll
    static void close() {
        SERVER.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/bills/01890a5d-ac96-774b-bcce-000000000001", "/v1/bills/us/113/HR1531", "/v1/bills",
            "/v1/sponsors/01890a5d-ac96-774b-bcce-000000009001", "/openapi.yaml", "/problems/not-found"})
    void head_answers_as_get_without_the_body(String path) {
        HttpResponse<String> get = SERVER.get(path);
        HttpResponse<String> head = SERVER.send("HEAD", SERVER.server.publicPort(), path);

        assertThat(head.statusCode()).isEqualTo(get.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        for (String name : new String[]{"content-length", "content-type", "etag", "cache-control"}) {
            assertThat(head.headers().allValues(name)).as(name).hasSize(1).isEqualTo(get.headers().allValues(name));
        }
        assertThat(get.headers().firstValue("content-length"))
                .contains(Integer.toString(get.body().getBytes(StandardCharsets.UTF_8).length));
    }

    @Test
    void head_of_what_is_not_there_is_not_found() {
        assertThat(SERVER.send("HEAD", SERVER.server.publicPort(), "/v1/bills/" + Samples.id(999)).statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "TRACE", "BREW"})
    void a_method_that_a_path_does_not_know_is_refused_with_those_it_knows(String method) {
        HttpResponse<String> response = SERVER.send(method, SERVER.server.publicPort(), BILL);

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("allow")).contains("GET, HEAD, PATCH");
        assertThat(response.body()).contains("/problems/method-not-allowed", method);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/v1", "/v1/bills/", "/V1/bills", "/v1/bills/us/113", "/v1/bills/us/113/HR1531/text",
            "/index.html", "/v1//bills", "/livez", "/problems/nothing"})
    void an_unknown_path_is_a_problem(String path) {
        HttpResponse<String> response = SERVER.get(path, "Accept", "text/html");
        JsonNode problem = TestServer.JSON.readTree(response.body());

        assertThat(response.statusCode()).isIn(404, 400);
        assertThat(response.headers().firstValue("content-type")).contains("application/problem+json");
        assertThat(problem.get("status").asInt()).isEqualTo(response.statusCode());
        assertThat(problem.get("instance").asString()).isEqualTo(path);
        assertThat(problem.get("errors")).isEmpty();
    }

    @Test
    void what_the_client_has_already_is_not_sent_again() {
        String tag = SERVER.get(BILL).headers().firstValue("etag").orElseThrow();

        for (String known : new String[]{tag, "W/" + tag, "\"a\", " + tag, "*", "\"a,b\",W/" + tag + " , \"c\""}) {
            HttpResponse<String> response = SERVER.get(BILL, "If-None-Match", known);
            assertThat(response.statusCode()).as(known).isEqualTo(304);
            assertThat(response.body()).isEmpty();
            assertThat(response.headers().firstValue("etag")).contains(tag);
            assertThat(response.headers().firstValue("content-type")).isEmpty();
        }
        assertThat(SERVER.get(BILL, "If-None-Match", "\"a\"", "If-None-Match", tag).statusCode()).isEqualTo(304);
    }

    @Test
    void what_the_client_has_not_is_sent() {
        String tag = SERVER.get(BILL).headers().firstValue("etag").orElseThrow();
        String ofAnother = SERVER.get("/v1/bills/" + Samples.id(2)).headers().firstValue("etag").orElseThrow();

        assertThat(tag).startsWith("\"").isNotEqualTo(ofAnother);
        for (String unknown : new String[]{"\"a\"", tag.replace("\"", ""), ofAnother, "", tag.substring(0, 5) + "\""}) {
            assertThat(SERVER.get(BILL, "If-None-Match", unknown).statusCode()).as(unknown).isEqualTo(200);
        }
        assertThat(SERVER.get("/v1/bills/" + Samples.id(999), "If-None-Match", "*").statusCode()).isEqualTo(404);
    }

    @Test
    void the_trace_id_of_the_caller_comes_back() {
        HttpResponse<String> found = SERVER.get(BILL, "traceparent", "00-" + TRACE_ID + "-00f067aa0ba902b7-01");
        HttpResponse<String> lost = SERVER.get("/nowhere", "traceparent", "00-" + TRACE_ID + "-00f067aa0ba902b7-01");

        assertThat(found.headers().allValues("x-trace-id")).containsExactly(TRACE_ID);
        assertThat(lost.headers().allValues("x-trace-id")).containsExactly(TRACE_ID);
        assertThat(TestServer.JSON.readTree(lost.body()).get("trace_id").asString()).isEqualTo(TRACE_ID);
    }

    @Test
    void without_one_every_request_gets_its_own() {
        String first = SERVER.get(BILL).headers().firstValue("x-trace-id").orElseThrow();
        String second = SERVER.get(BILL).headers().firstValue("x-trace-id").orElseThrow();

        assertThat(first).matches("[0-9a-f]{32}").isNotEqualTo(second);
    }

    @Test
    void the_answer_tells_no_names_of_software_and_the_date() {
        HttpResponse<String> response = SERVER.get(BILL);

        assertThat(response.headers().firstValue("server")).isEmpty();
        assertThat(response.headers().firstValue("date")).isPresent();
        assertThat(response.headers().firstValue("set-cookie")).isEmpty();
        assertThat(response.headers().firstValue("content-type")).contains("application/json");
    }
}
