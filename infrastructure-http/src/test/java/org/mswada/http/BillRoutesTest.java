package org.mswada.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

final class BillRoutesTest {
    private static final TestServer SERVER = TestServer.start();

    @AfterAll
    static void close() {
        SERVER.close();
    }

    @Test
    void a_bill_is_found_by_its_id_with_all_that_belongs_to_it() {
        JsonNode bill = SERVER.json("/v1/bills/" + Samples.id(1));

        assertThat(bill).isEqualTo(TestServer.JSON.readTree(
                """
                        {"id": "01890a5d-ac96-774b-bcce-000000000001", "url": "/v1/bills/01890a5d-ac96-774b-bcce-000000000001",
                         "jurisdiction": "us", "session": "113", "identifier": "H.R. 1531", "classification": "joint_resolution",
                         "origin_chamber": "lower", "title": "To name a post office", "short_title": "Post Office Act",
                         "status": "in_committee", "status_since": "2013-04-12", "status_action": 0,
                         "introduced_on": "2013-04-12", "latest_action_on": "2013-04-15", "latest_action_text": "Hearing held.",
                         "summary": "It names a post office.", "subjects": ["Postal service", "Names"], "law_number": "113-7",
                         "areas": [], "source_url": null, "irregular": false,
                         "sponsorships": [
                           {"sponsor_id": "01890a5d-ac96-774b-bcce-000000009001",
                            "sponsor_url": "/v1/sponsors/01890a5d-ac96-774b-bcce-000000009001", "link": "linked",
                            "name_as_printed": "Rep. Doe, Jane [D-CA-12]", "entity_type": "person", "role": "primary",
                            "joined_on": "2013-04-12", "withdrawn_on": "2013-04-21"},
                           {"sponsor_id": null, "sponsor_url": null, "link": "name_only", "name_as_printed": "Rep. Unknown",
                            "entity_type": "other", "role": "by_request", "joined_on": null, "withdrawn_on": null},
                           {"sponsor_id": null, "sponsor_url": null, "link": "ambiguous", "name_as_printed": "Rep. Smith",
                            "entity_type": "person", "role": "cosponsor", "joined_on": null, "withdrawn_on": null}],
                         "actions": [
                           {"sequence": 0, "occurred_on": "2013-04-12", "occurred_at": "2013-04-12T14:30:00Z",
                            "text": "Referred to the Committee on Rules.", "classes": ["referral-committee"],
                            "asserted_status": "in_committee"},
                           {"sequence": 1, "occurred_on": "2013-04-15", "occurred_at": null, "text": "Hearing held.",
                            "classes": [], "asserted_status": null}],
                         "version": 4, "created_at": "2026-01-02T03:04:05.678Z", "updated_at": "2026-02-03T04:05:06Z"}"""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"us/113/HR%201531", "us/113/h.r.1531", "us/113/hr1531", "us/113/H.R.%2001531",
            "us/113/%48R1531", "us/113/HR+1531"})
    void a_bill_is_found_by_any_spelling_of_its_number(String key) {
        assertThat(SERVER.json("/v1/bills/" + key).get("id").asString()).isEqualTo(Samples.id(1).toString());
    }

    @Test
    void a_number_may_hold_an_encoded_slash() {
        assertThat(SERVER.json("/v1/bills/eu/9/2019%2F0123(COD)").get("id").asString())
                .isEqualTo(Samples.id(3).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"01890a5d-ac96-774b-bcce-000000000999", "us/113/HR9", "us/114/HR1531", "fr/113/HR1531"})
    void an_unknown_bill_is_not_found(String path) {
        HttpResponse<String> response = SERVER.get("/v1/bills/" + path);

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).contains("/problems/not-found");
    }

    @Test
    void everything_wrong_in_a_path_is_told_at_once() {
        HttpResponse<String> response = SERVER.get("/v1/bills/US/-/%20");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(TestServer.JSON.readTree(response.body()).get("errors"))
                .extracting(e -> e.get("parameter").asString())
                .containsExactly("jurisdiction", "session", "identifier");
    }

    @ParameterizedTest
    @CsvSource({"'',23", "jurisdiction=eu,1", "session=112,20", "session=113,2", "status=lapsed,1",
            "'status=lapsed,introduced',2", "status=lapsed&status=introduced,2", "chamber=upper,1",
            "jurisdiction=us&session=112&status=reported&chamber=lower,20", "jurisdiction=fr,0"})
    void the_list_holds_what_passes_the_filter(String query, int expected) {
        JsonNode list = SERVER.json("/v1/bills?" + query);

        assertThat(list.get("items")).hasSize(expected);
        assertThat(list.get("next").isNull()).isTrue();
    }

    @Test
    void following_next_visits_every_bill_once_the_newest_first() {
        List<String> visited = new ArrayList<>();
        List<String> days = new ArrayList<>();
        String cursor = "";
        int pages = 0;
        while (cursor != null) {
            JsonNode page = SERVER.json("/v1/bills?limit=4" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            page.get("items").forEach(bill -> visited.add(bill.get("id").asString()));
            page.get("items").forEach(bill -> days.add(bill.get("introduced_on").asString()));
            cursor = page.get("next").isNull() ? null : page.get("next").asString();
            pages++;
        }

        assertThat(pages).isEqualTo(6);
        assertThat(visited).hasSize(23);
        assertThat(new HashSet<>(visited)).hasSize(23);
        assertThat(days).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @ParameterizedTest
    @CsvSource({"limit=0,limit", "limit=201,limit", "limit=,limit", "limit=-1,limit", "limit=99999999999,limit",
            "limit=1e1,limit", "jurisdiction=US,jurisdiction", "session=,session", "status=IN_COMMITTEE,status",
            "'status=lapsed,',status", "chamber=LOWER,chamber", "cursor=,cursor", "cursor=nonsense,cursor",
            "cursor=%ff%00,cursor", "limit=1&limit=1,limit", "chamber=lower&chamber=upper,chamber", "order=title,order",
            "Limit=1,Limit", "session=%zz,session"})
    void a_malformed_unknown_or_repeated_parameter_is_refused_by_its_name(String query, String parameter) {
        assertRefused(query, parameter);
    }

    private static void assertRefused(String query, String parameter) {
        // A raw request, for java.net.URI refuses some of these before the server can.
        String answer = rawGet("/v1/bills?" + query);

        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("application/problem+json");
        JsonNode problem = TestServer.JSON.readTree(answer.substring(answer.indexOf("\r\n\r\n")));
        assertThat(problem.get("type").asString()).isEqualTo("/problems/invalid-parameters");
        assertThat(problem.get("errors")).extracting(error -> error.get("parameter").asString()).contains(parameter);
    }

    private static String rawGet(String target) {
        try {
            return SERVER.raw("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void an_unknown_parameter_is_refused_with_the_allowed_names() {
        assertThat(SERVER.get("/v1/bills?order=title").body())
                .contains(
                        "allowed are jurisdiction, session, status, chamber, classification, subject, all_subjects, area, "
                                + "sponsor, sponsor_role, introduced_from, introduced_to, latest_action_from, latest_action_to, "
                                + "updated_from, updated_until, passed, not_passed, tracked_by, sort, include, limit, "
                                + "cursor");
        assertThat(SERVER.get("/v1/bills/" + Samples.id(1) + "?full=1").body()).contains("takes no query parameters");
    }

    @Test
    void everything_wrong_in_a_query_is_told_at_once() {
        JsonNode errors = TestServer.JSON.readTree(SERVER.get("/v1/bills?limit=0&status=a,b&chamber=x").body())
                .get("errors");

        assertThat(errors).extracting(error -> error.get("parameter").asString())
                .containsExactlyInAnyOrder("status", "status", "chamber", "limit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1-1-1-1-1", "01890a5d-ac96-774b-bcce-00000000000g", "x", "%00", "..%2f..", "%E4%BD%A0"})
    void what_is_no_uuid_is_refused(String id) {
        assertThat(rawGet("/v1/bills/" + id)).startsWith("HTTP/1.1 400 ").contains("application/problem+json");
    }

    @Test
    void each_order_begins_with_another_bill_and_a_cursor_holds_in_its_own_only() {
        JsonNode newest = SERVER.json("/v1/bills?limit=1");
        JsonNode oldest = SERVER.json("/v1/bills?limit=1&sort=introduced_oldest_first");
        assertThat(newest.at("/items/0/introduced_on").asString())
                .isGreaterThan(oldest.at("/items/0/introduced_on").asString());

        HttpResponse<String> mixed = SERVER.get("/v1/bills?limit=1&sort=updated&cursor="
                + newest.get("next").asString());
        assertThat(mixed.statusCode()).isEqualTo(400);
        assertThat(mixed.body()).contains("\"parameter\":\"cursor\"", "in the order");
        assertThat(SERVER.get("/v1/bills?limit=1&chamber=upper&cursor=" + newest.get("next").asString()).statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"classification=law", "subject=", "sponsor=x", "sponsor_role=primary",
            "introduced_from=2026-3-1",
            "introduced_to=%2B10000-01-01", "latest_action_from=today", "updated_from=2026-03-01", "passed=introduced",
            "not_passed=draft", "passed=no", "sort=title", "introduced_from=2026-03-02&introduced_to=2026-03-01",
            "updated_from=2026-03-02T00:00:00Z&updated_until=2026-03-02T00:00:00Z", "area=", "include=",
            "include=sponsors", "include=actions,votes", "include=actions&limit=51"})
    void a_filter_that_cannot_be_used_is_refused_under_its_name(String query) {
        HttpResponse<String> response = SERVER.get("/v1/bills?" + query);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(TestServer.JSON.readTree(response.body()).get("errors")).hasSize(1).allSatisfy(
                error -> assertThat(query).contains(error.get("parameter").asString()));
    }

    @Test
    void a_list_includes_what_is_asked_for_and_nothing_else() {
        JsonNode whole = SERVER.json("/v1/bills/" + Samples.id(1));
        JsonNode bill = SERVER.json("/v1/bills?status=in_committee&include=sponsorships,actions&include=status_history")
                .at("/items/0");

        assertThat(bill.get("id")).isEqualTo(whole.get("id"));
        assertThat(bill.get("sponsorships")).isEqualTo(whole.get("sponsorships")).hasSize(3);
        assertThat(bill.get("actions")).isEqualTo(whole.get("actions")).hasSize(2);
        assertThat(bill.get("status_history")).isEqualTo(TestServer.JSON.readTree("""
                [{"status": "introduced", "since": "2013-04-12", "action": null, "irregular": false},
                 {"status": "in_committee", "since": "2013-04-12", "action": 0, "irregular": false}]"""));
        assertThat(bill.get("related_bills").isNull()).isTrue();

        JsonNode bare = SERVER.json("/v1/bills?include=related_bills&chamber=upper").at("/items/0");
        assertThat(bare.get("related_bills").isArray()).isTrue();
        assertThat(bare.get("related_bills")).isEmpty();
        for (JsonNode plain : SERVER.json("/v1/bills").get("items")) {
            for (String name : new String[]{"sponsorships", "actions", "related_bills", "status_history"}) {
                assertThat(plain.get(name).isNull()).as(name).isTrue();
            }
        }
    }

    @Test
    void a_cursor_holds_whatever_is_included() {
        String next = SERVER.json("/v1/bills?limit=3").get("next").asString();

        assertThat(SERVER.json("/v1/bills?limit=3&include=actions&cursor=" + next).get("items"))
                .extracting(bill -> bill.get("id"))
                .isEqualTo(SERVER.json("/v1/bills?limit=3&cursor=" + next).get("items")
                        .valueStream().map(bill -> bill.get("id")).toList());
    }

    @Test
    void a_search_tells_what_it_found_and_is_paged() {
        JsonNode first = SERVER.json("/v1/bills/search?q=bill&limit=2");
        assertThat(first.get("items")).hasSize(2);
        assertThat(first.at("/items/0/headline/0/found").asBoolean()).isTrue();
        assertThat(first.at("/facets/status/0/value").asString()).isEqualTo("introduced");
        assertThat(first.at("/facets/subject")).isEmpty();
        String next = first.get("next").asString();
        assertThat(SERVER.json("/v1/bills/search?q=bill&limit=2&cursor=" + next).at("/items/0/bill/id"))
                .isNotEqualTo(first.at("/items/0/bill/id"));

        for (String wrong : new String[]{"", "q=", "q=other&cursor=" + next, "q=bill&chamber=upper&cursor=" + next,
                "q=bill&cursor=x", "q=bill&sort=updated", "q=bill&q=bill"}) {
            assertThat(SERVER.get("/v1/bills/search?" + wrong).statusCode()).as(wrong).isEqualTo(400);
        }
    }
}
