package org.mswada.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class SponsorRoutesTest {
    private static final TestServer SERVER = TestServer.start();

    @AfterAll
    static void close() {
        SERVER.close();
    }

    @Test
    void a_sponsor_is_found_by_its_id() {
        assertThat(SERVER.json("/v1/sponsors/" + Samples.MEMBER.id().value())).isEqualTo(TestServer.JSON.readTree(
                """
                        {"id": "01890a5d-ac96-774b-bcce-000000009001",
                         "url": "/v1/sponsors/01890a5d-ac96-774b-bcce-000000009001", "jurisdiction": "us", "name": "Jane Doe",
                         "given_name": "Jane", "family_name": "Doe", "other_names": ["Doe, Jane"], "party": "Green",
                         "chamber": "lower", "district": "CA-12", "role_title": "Rep.", "active": false,
                         "contact": {"email": "doe@example.org", "phone": "+1 555", "url": "https://doe.example.org"},
                         "identifiers": [{"scheme": "bioguide", "identifier": "D000001"}],
                         "memberships": [
                           {"organization": "Assembly", "chamber": null, "role": null, "party": null, "district": null,
                            "start_date": "2001-01-03", "end_date": "2009-01-02"},
                           {"organization": "House", "chamber": "lower", "role": "member", "party": "Green", "district": "CA-12",
                            "start_date": "2009-01-03", "end_date": null}]}"""));
    }

    @Test
    void what_is_not_known_of_a_sponsor_is_null() {
        assertThat(SERVER.json("/v1/sponsors/" + Samples.COMMITTEE.id().value())).isEqualTo(TestServer.JSON.readTree("""
                {"id": "01890a5d-ac96-774b-bcce-000000009002",
                 "url": "/v1/sponsors/01890a5d-ac96-774b-bcce-000000009002", "jurisdiction": "us", "name": "Rules",
                 "given_name": null, "family_name": null, "other_names": [], "party": null, "chamber": null,
                 "district": null, "role_title": null, "active": true,
                 "contact": {"email": null, "phone": null, "url": null}, "identifiers": [], "memberships": []}"""));
    }

    @Test
    void a_sponsor_shows_all_that_its_line_in_the_list_shows() {
        for (JsonNode line : SERVER.json("/v1/sponsors").get("items")) {
            JsonNode whole = SERVER.json(line.get("url").asString());
            line.properties().forEach(
                    member -> assertThat(whole.get(member.getKey())).as(member.getKey()).isEqualTo(member.getValue()));
        }
    }

    @Test
    void an_unknown_sponsor_is_not_found_and_a_malformed_id_refused() {
        assertThat(SERVER.get("/v1/sponsors/" + Samples.id(1)).statusCode()).isEqualTo(404);
        assertThat(SERVER.get("/v1/sponsors/jane").statusCode()).isEqualTo(400);
    }

    @Test
    void sponsors_are_listed_by_name_and_paged() {
        JsonNode first = SERVER.json("/v1/sponsors?limit=1");
        JsonNode second = SERVER.json("/v1/sponsors?limit=1&cursor=" + first.get("next").asString());

        assertThat(first.at("/items/0/name").asString()).isLessThan(second.at("/items/0/name").asString());
        assertThat(second.get("next").isNull()).isTrue();
        for (String wrong : new String[]{"active=yes", "served_on=2026-3-1", "chamber=both", "party=", "cursor=x",
                "limit=0",
                "sort=name", "party=%00", "cursor=" + first.get("next").asString() + "AA"}) {
            assertThat(SERVER.get("/v1/sponsors?" + wrong).statusCode()).as(wrong).isEqualTo(400);
        }
    }

    @Test
    void sponsors_are_found_by_a_part_of_their_name() {
        assertThat(SERVER.json("/v1/sponsors/search?q=doe").get("items")).hasSize(1);
        for (String wrong : new String[]{"", "q=", "q=doe&limit=201", "q=doe&cursor=x", "q=doe&jurisdiction=U"}) {
            assertThat(SERVER.get("/v1/sponsors/search?" + wrong).statusCode()).as(wrong).isEqualTo(400);
        }
    }
}
