package org.mswada.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** One's own account, and what one follows. */
final class MeRoutesTest {
    private static final String PROFILE = "/v1/me/profile";

    private final TestServer server = TestServer.start();

    @AfterEach
    void close() {
        server.close();
    }

    private HttpResponse<String> send(String method, String path, String body, String... headers) {
        return server.sendAs("citizen", method, path, body, headers);
    }

    private JsonNode read(String path) {
        HttpResponse<String> response = send("GET", path, "");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return TestServer.JSON.readTree(response.body());
    }

    private String tag() {
        return tag("/v1/me");
    }

    private String tag(String path) {
        return send("GET", path, "").headers().firstValue("etag").orElseThrow();
    }

    private HttpResponse<String> putProfile(String body) {
        return send("PUT", PROFILE, body, "If-Match", tag(PROFILE));
    }

    @Test
    void somebody_new_has_an_account_and_changes_it() {
        JsonNode me = read("/v1/me");
        assertThat(me.get("role").asString()).isEqualTo("citizen");
        assertThat(me.get("email").isNull()).isTrue();

        HttpResponse<String> patched = send("PATCH", "/v1/me",
                "{\"email\":\"ann@example.org\",\"display_name\":\"Ann\","
                        + "\"anonymity\":\"pseudonym\"}",
                "If-Match", tag());
        assertThat(patched.statusCode()).as(patched.body()).isEqualTo(200);
        assertThat(patched.headers().firstValue("etag")).contains(tag());
        assertThat(read("/v1/me").get("id")).isEqualTo(me.get("id"));
        assertThat(read("/v1/me").get("email").asString()).isEqualTo("ann@example.org");
        assertThat(TestServer.JSON.readTree(send("PATCH", "/v1/me", "{\"email\":null}", "If-Match", tag()).body())
                .get("display_name").asString()).isEqualTo("Ann");
        assertThat(read("/v1/me").get("email").isNull()).isTrue();
    }

    @Test
    void a_role_is_not_for_oneself_to_change_and_an_old_version_is_not_changed() {
        String tag = tag();
        HttpResponse<String> role = send("PATCH", "/v1/me", "{\"role\":\"admin\"}", "If-Match", tag);
        assertThat(role.statusCode()).isEqualTo(400);
        assertThat(role.body()).contains("/role");
        assertThat(send("PATCH", "/v1/me", "{}").statusCode()).isEqualTo(428);
        assertThat(send("PATCH", "/v1/me", "{\"area\":\"Nairobi\"}", "If-Match", tag).statusCode()).isEqualTo(200);
        assertThat(send("PATCH", "/v1/me", "{\"area\":\"Mombasa\"}", "If-Match", tag).statusCode()).isEqualTo(412);
    }

    @Test
    void an_address_that_somebody_else_has_is_refused() {
        assertThat(server.sendAs("expert", "PATCH", "/v1/me", "{\"email\":\"ann@example.org\"}", "If-Match",
                server.sendAs("expert", "GET", "/v1/me", "").headers().firstValue("etag").orElseThrow()).statusCode())
                .isEqualTo(200);
        HttpResponse<String> taken = send("PATCH", "/v1/me", "{\"email\":\"ann@example.org\"}", "If-Match", tag());

        assertThat(taken.statusCode()).isEqualTo(409);
        assertThat(taken.body()).contains("/problems/email-taken", "/email");
        assertThat(send("PATCH", "/v1/me", "{\"email\":\"nobody\"}", "If-Match", tag()).statusCode()).isEqualTo(400);
    }

    @Test
    void a_profile_is_replaced_as_a_whole() {
        assertThat(read("/v1/me/profile").get("is_public").asBoolean()).isFalse();
        JsonNode profile = TestServer.JSON.readTree(putProfile("{\"biography\":\"I read bills\","
                + "\"language\":\"sw\",\"time_zone\":\"Africa/Nairobi\",\"is_public\":true}").body());

        assertThat(profile).isEqualTo(read("/v1/me/profile"));
        assertThat(profile.get("time_zone").asString()).isEqualTo("Africa/Nairobi");
        assertThat(TestServer.JSON.readTree(putProfile("{}").body()).get("biography").isNull()).isTrue();
        HttpResponse<String> wrong = putProfile("{\"language\":\"!\",\"time_zone\":\"Mars/North\","
                + "\"avatar_url\":\"x\",\"is_public\":\"yes\"}");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("/language", "/time_zone", "/avatar_url", "/is_public");
    }

    @Test
    void a_profile_is_replaced_only_by_who_has_seen_it_as_it_is() {
        String seenByBoth = tag(PROFILE);
        HttpResponse<String> first = send("PUT", PROFILE, "{\"biography\":\"First\"}", "If-Match", seenByBoth);
        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertThat(first.headers().firstValue("etag")).contains(tag(PROFILE));

        HttpResponse<String> second = send("PUT", PROFILE, "{\"biography\":\"Second\"}", "If-Match", seenByBoth);

        assertThat(second.statusCode()).isEqualTo(412);
        assertThat(second.body()).contains("/problems/precondition-failed");
        assertThat(send("PUT", PROFILE, "{}").statusCode()).isEqualTo(428);
        assertThat(send("PUT", PROFILE, "{}", "If-Match", tag()).statusCode()).as("the tag of the account")
                .isEqualTo(412);
        assertThat(read(PROFILE).get("biography").asString()).isEqualTo("First");
        assertThat(send("GET", PROFILE, "", "If-None-Match", tag(PROFILE)).statusCode()).isEqualTo(304);
    }

    @Test
    void an_account_is_erased_and_whoever_comes_again_is_somebody_new() {
        String id = read("/v1/me").get("id").asString();

        HttpResponse<String> erased = send("DELETE", "/v1/me", "");
        assertThat(erased.statusCode()).isEqualTo(204);
        assertThat(erased.body()).isEmpty();
        assertThat(erased.headers().firstValue("content-type")).isEmpty();
        assertThat(read("/v1/me").get("id").asString()).isNotEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/me/tracking/bills/01890a5d-ac96-774b-bcce-000000000001",
            "/v1/me/tracking/sponsors/01890a5d-ac96-774b-bcce-000000009001"})
    void something_is_followed_and_followed_no_more(String path) {
        assertThat(send("PUT", path, "{}").statusCode()).isEqualTo(204);
        assertThat(
                send("PUT", path, "{\"triggers\":[\"status_change\"],\"frequency\":\"weekly\",\"stance\":\"oppose\"}")
                        .statusCode())
                .isEqualTo(204);
        JsonNode list = read("/v1/me/tracking");
        assertThat(list.get("items")).hasSize(1);
        assertThat(list.at("/items/0/frequency").asString()).isEqualTo("weekly");
        assertThat(list.at("/items/0/triggers")).hasSize(1);
        assertThat(server.sendAs("expert", "GET", "/v1/me/tracking", "").body()).contains("\"items\":[]");

        assertThat(send("DELETE", path, "").statusCode()).isEqualTo(204);
        assertThat(send("DELETE", path, "").statusCode()).isEqualTo(404);
        assertThat(read("/v1/me/tracking").get("items")).isEmpty();
    }

    @Test
    void what_cannot_be_followed_is_told() {
        assertThat(send("PUT", "/v1/me/tracking/bills/" + Samples.id(999), "{}").statusCode()).isEqualTo(404);
        HttpResponse<String> wrong = send("PUT", "/v1/me/tracking/bills/" + Samples.id(1),
                "{\"triggers\":[],\"frequency\":\"hourly\"}");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("/triggers", "/frequency");
        assertThat(send("GET", "/v1/me/tracking?limit=201&cursor=x", "").body()).contains("\"limit\"", "\"cursor\"");
    }

    @Test
    void what_is_followed_is_paged() {
        for (int number = 100; number < 105; number++) {
            assertThat(send("PUT", "/v1/me/tracking/bills/" + Samples.id(number), "{}").statusCode()).isEqualTo(204);
        }
        JsonNode first = read("/v1/me/tracking?limit=3");
        JsonNode second = read("/v1/me/tracking?limit=3&cursor=" + first.get("next").asString());
        assertThat(first.get("items")).hasSize(3);
        assertThat(second.get("items")).hasSize(2);
        assertThat(second.get("next").isNull()).isTrue();
    }
}
