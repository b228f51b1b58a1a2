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
        assertThat(SERVER.json("/v1/sponsors/" + Samples.MEMBER.id().value())).isEqualTo(TestServer.JSON.readTree("""
                {"id": "01890a5d-ac96-774b-bcce-000000009001",
                 "url": "/v1/sponsors/01890a5d-ac96-774b-bcce-000000009001", "jurisdiction": "us", "name": "Jane Doe",
                 "chamber": "lower", "district": "CA-12", "role_title": "Rep.",
                 "identifiers": [{"scheme": "bioguide", "identifier": "D000001"}]}"""));
    }

    @Test
    void what_is_not_known_of_a_sponsor_is_null() {
        assertThat(SERVER.json("/v1/sponsors/" + Samples.COMMITTEE.id().value())).isEqualTo(TestServer.JSON.readTree("""
                {"id": "01890a5d-ac96-774b-bcce-000000009002",
                 "url": "/v1/sponsors/01890a5d-ac96-774b-bcce-000000009002", "jurisdiction": "us", "name": "Rules",
                 "chamber": null, "district": null, "role_title": null, "identifiers": []}"""));
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
