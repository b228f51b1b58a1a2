package org.mswada.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mswada.http.routing.EntityTag;
import tools.jackson.databind.JsonNode;

/** Bills are written over HTTP by a clerk. */
final class BillWriteRoutesTest {
    private static final String BILL = "/v1/bills/" + Samples.id(2);
    private static final String NEW = """
            {"jurisdiction": "us", "session": "113", "identifier": "H.R. 42", "classification": "bill",
             "origin_chamber": "lower", "introduced_on": "2013-02-01", "title": "To answer", "subjects": ["Answers"],
             "areas": ["US-CA"], "source_url": "https://example.org/42", "sponsorships": [
               {"name_as_printed": "Rep. Doe", "entity_type": "person", "role": "primary",
                "sponsor_id": "01890a5d-ac96-774b-bcce-000000009001"}]}""";

    private final TestServer server = TestServer.start();

    @AfterEach
    void close() {
        server.close();
    }

    private HttpResponse<String> send(String method, String path, String body, String... headers) {
        return server.sendAs("clerk", method, path, body, headers);
    }

    private String tag() {
        return server.get(BILL).headers().firstValue("etag").orElseThrow();
    }

    private static void assertProblem(HttpResponse<String> response, int status, String type, String... words) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        JsonNode problem = TestServer.JSON.readTree(response.body());
        assertThat(problem.get("type").asString()).isEqualTo("/problems/" + type);
        for (String word : words) {
            assertThat(response.body()).contains(word);
        }
    }

    @Test
    void a_bill_is_introduced_and_is_where_the_answer_says() {
        HttpResponse<String> created = send("POST", "/v1/bills", NEW);

        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        String location = created.headers().firstValue("location").orElseThrow();
        HttpResponse<String> read = server.get(location);
        assertThat(read.body()).isEqualTo(created.body());
        assertThat(read.headers().firstValue("etag")).isEqualTo(created.headers().firstValue("etag"));
        JsonNode bill = TestServer.JSON.readTree(created.body());
        assertThat(bill.get("status").asString()).isEqualTo("introduced");
        assertThat(bill.at("/sponsorships/0/sponsor_id").asString()).endsWith("9001");
        assertThat(bill.at("/areas/0").asString()).isEqualTo("US-CA");
        assertThat(bill.get("version").asInt()).isEqualTo(1);
    }

    @Test
    void a_number_that_is_taken_is_refused_with_the_bill_that_has_it() {
        String location = send("POST", "/v1/bills", NEW).headers().firstValue("location").orElseThrow();

        assertProblem(send("POST", "/v1/bills", NEW.replace("H.R. 42", "hr42")), 409, "number-taken", location);
    }

    @Test
    void a_bill_is_not_introduced_in_a_session_that_is_closed() {
        assertProblem(send("POST", "/v1/bills", NEW.replace("\"113\"", "\"111\"")), 409, "session-closed",
                "Session 111 of us was closed on 2011-01-03.", "/session");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+20000-01-01", "10000-01-01", "0000-12-31", "-0001-01-01", "-0044-03-15"})
    void a_day_outside_of_the_years_that_can_be_listed_is_refused(String day) {
        assertProblem(send("POST", "/v1/bills", NEW.replace("2013-02-01", day)), 400, "invalid-body",
                "/introduced_on", "is not a date like '2026-03-01'");
        assertProblem(send("POST", BILL + "/transitions",
                "{\"to\":\"in_committee\",\"on\":\"" + day + "\",\"text\":\"x\"}", "If-Match", tag()), 400,
                "invalid-body",
                "/on", "is not a date like '2026-03-01'");
    }

    @Test
    void the_first_and_the_last_day_that_can_be_listed_are_taken() {
        for (String day : new String[]{"0001-01-01", "9999-12-31"}) {
            assertThat(send("POST", "/v1/bills", NEW.replace("2013-02-01", day)
                    .replace("H.R. 42", "H.R. 7" + day.substring(0, 4))).statusCode()).isEqualTo(201);
        }
    }

    @Test
    void a_session_that_is_not_there_and_members_that_are_missing_are_told() {
        assertProblem(send("POST", "/v1/bills", NEW.replace("\"113\"", "\"999\"")), 422, "unprocessable",
                "There is no session 999 of us", "/session");
        HttpResponse<String> empty = send("POST", "/v1/bills", "{}");
        assertProblem(empty, 400, "invalid-body", "/jurisdiction", "/session", "/identifier", "/classification",
                "/origin_chamber", "/introduced_on", "/title");
        assertProblem(send("POST", "/v1/bills", NEW.replace("\"bill\"", "\"law\"").replace("[\"Answers\"]",
                "[\"a\",\"a\"]").replace("\"primary\"", "\"boss\"").replace("Rep. Doe", " ")), 400, "invalid-body",
                "/classification", "'law' is none of bill, resolution", "/subjects", "given twice",
                "/sponsorships/0/role", "/sponsorships/0/name_as_printed");
    }

    @Test
    void a_merge_patch_changes_what_is_in_it_and_removes_what_is_null() {
        String before = tag();
        HttpResponse<String> patched = send("PATCH", BILL,
                "{\"title\":\"Another\",\"summary\":\"What it does\",\"subjects\":[\"b\",\"a\"]}", "If-Match", before);

        assertThat(patched.statusCode()).as(patched.body()).isEqualTo(200);
        JsonNode bill = TestServer.JSON.readTree(patched.body());
        assertThat(bill.get("title").asString()).isEqualTo("Another");
        assertThat(bill.get("subjects")).extracting(JsonNode::asString).containsExactly("b", "a");
        assertThat(bill.get("classification").asString()).isEqualTo("bill");
        assertThat(patched.headers().firstValue("etag")).contains(tag()).isNotEqualTo(before);

        JsonNode removed = TestServer.JSON
                .readTree(send("PATCH", BILL, "{\"summary\":null,\"subjects\":null}", "If-Match",
                        tag()).body());
        assertThat(removed.get("summary").isNull()).isTrue();
        assertThat(removed.get("subjects")).isEmpty();
        assertThat(removed.get("title").asString()).isEqualTo("Another");
        assertProblem(send("PATCH", BILL, "{\"title\":null}", "If-Match", tag()), 400, "invalid-body", "/title",
                "is missing");
    }

    @Test
    void a_change_is_made_once_and_for_the_version_that_was_read() {
        String before = tag();
        String patch = "{\"title\":\"Another\"}";

        assertProblem(send("PATCH", BILL, patch), 428, "precondition-required");
        assertThat(send("PATCH", BILL, patch, "If-Match", before).statusCode()).isEqualTo(200);
        assertProblem(send("PATCH", BILL, patch, "If-Match", before), 412, "precondition-failed");
        assertProblem(
                send("POST", BILL + "/transitions", "{\"to\":\"in_committee\",\"on\":\"2013-05-01\",\"text\":\"x\"}",
                        "If-Match", before),
                412, "precondition-failed");
        String ofAnother = server.get("/v1/bills/" + Samples.id(1)).headers().firstValue("etag").orElseThrow();
        assertProblem(send("PATCH", BILL, patch, "If-Match", ofAnother), 412, "precondition-failed");
    }

    @Test
    void a_bill_moves_by_an_action_and_only_where_it_may() {
        HttpResponse<String> moved = send("POST", BILL + "/transitions",
                "{\"to\":\"in_committee\",\"on\":\"2013-05-01\",\"text\":\"Referred to the committee\"}", "If-Match",
                tag());

        assertThat(moved.statusCode()).as(moved.body()).isEqualTo(200);
        JsonNode bill = TestServer.JSON.readTree(moved.body());
        assertThat(bill.get("status").asString()).isEqualTo("in_committee");
        assertThat(bill.at("/actions/0/text").asString()).isEqualTo("Referred to the committee");
        assertThat(bill.get("status_action").asInt()).isEqualTo(bill.at("/actions/0/sequence").asInt());

        assertProblem(
                send("POST", BILL + "/transitions", "{\"to\":\"enacted\",\"on\":\"2013-05-02\",\"text\":\"Signed\"}",
                        "If-Match", tag()),
                409, "transition-refused",
                "The bill is in_committee, and from there it may go to: reported, passed_chamber, stalled, adopted, failed, "
                        + "withdrawn, lapsed.",
                "/to");
    }

    @ParameterizedTest
    @CsvSource({"PATCH,''", "POST,/transitions"})
    void a_bill_that_is_not_there_is_told(String method, String below) {
        String nobody = "/v1/bills/" + Samples.id(999);
        String body = below.isEmpty() ? "{}" : "{\"to\":\"failed\",\"on\":\"2013-05-02\",\"text\":\"x\"}";
        assertProblem(send(method, nobody + below, body, "If-Match", "\"1-x\""), 412, "precondition-failed");
        assertProblem(send(method, "/v1/bills/x" + below, body, "If-Match", "\"1-x\""), 400, "invalid-parameters");
        String tag = EntityTag.ofVersion(3, Samples.id(999).toString(), 1).value();
        assertProblem(send(method, nobody + below, body, "If-Match", tag), 404, "not-found");
    }
}
