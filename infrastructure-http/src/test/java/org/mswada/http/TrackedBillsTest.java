package org.mswada.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mswada.domain.user.Role;
import tools.jackson.databind.JsonNode;

/** The bills that whoever asks follows, which is nobody else's to see, and in no cache that others share. */
final class TrackedBillsTest {
    private static final TestServer SERVER = TestServer.start();
    private static final String LIST = "/v1/bills?tracked_by=me";
    private static final String SEARCH = "/v1/bills/search?q=bill&tracked_by=me";

    @BeforeAll
    static void follow() {
        follow("citizen", 100);
        follow("citizen", 101);
        follow("citizen", 102);
        follow("expert", 102);
    }

    @AfterAll
    static void close() {
        SERVER.close();
    }

    private static void follow(String role, int bill) {
        assertThat(SERVER.sendAs(role, "PUT", "/v1/me/tracking/bills/" + Samples.id(bill), "{}").statusCode())
                .isEqualTo(204);
    }

    private static JsonNode read(String role, String path) {
        HttpResponse<String> response = SERVER.sendAs(role, "GET", path, "");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return TestServer.JSON.readTree(response.body());
    }

    private static List<String> ids(String role, String path, String id) {
        return read(role, path).get("items").valueStream().map(item -> item.at(id).asString()).toList();
    }

    private static String[] samples(Integer... numbers) {
        return List.of(numbers).stream().map(number -> Samples.id(number).toString()).toArray(String[]::new);
    }

    @Test
    void everybody_sees_what_they_follow_themselves_in_lists_and_searches() {
        assertThat(ids("citizen", LIST, "/id")).containsExactlyInAnyOrder(samples(100, 101, 102));
        assertThat(ids("expert", LIST, "/id")).containsExactly(samples(102));
        assertThat(ids("citizen", SEARCH, "/bill/id")).containsExactlyInAnyOrder(samples(100, 101, 102));
        assertThat(ids("expert", SEARCH, "/bill/id")).containsExactly(samples(102));
        assertThat(ids("citizen", LIST + "&session=113", "/id")).isEmpty();
        for (Role role : Role.values()) {
            assertThat(read(role.name().toLowerCase(Locale.ROOT), LIST).get("items").isArray()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {LIST, SEARCH, "/v1/bills?tracked_by=",
            "/v1/bills?tracked_by=01890a5d-ac96-774b-bcce-b302099a8057"})
    void nobody_who_is_not_signed_in_sees_any(String path) {
        for (String[] headers : new String[][]{{"X-None", ""}, {"Authorization", "Bearer x"},
                {"Authorization", "Basic eDp4"}}) {
            HttpResponse<String> refused = SERVER.get(path, headers);
            assertThat(refused.statusCode()).as(headers[1]).isEqualTo(401);
            assertThat(refused.headers().firstValue("www-authenticate").orElseThrow()).startsWith("Bearer ");
            assertThat(refused.headers().firstValue("cache-control")).contains("no-store");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ME", "you", "dev-expert", "01890a5d-ac96-774b-bcce-b302099a8057", "me&tracked_by=me"})
    void what_somebody_else_follows_cannot_be_asked_for(String whose) {
        for (String path : List.of("/v1/bills?tracked_by=" + whose, "/v1/bills/search?q=bill&tracked_by=" + whose)) {
            HttpResponse<String> refused = SERVER.sendAs("admin", "GET", path, "");
            assertThat(refused.statusCode()).as(path).isEqualTo(400);
            assertThat(refused.body()).contains("\"parameter\":\"tracked_by\"");
        }
        String expert = read("expert", "/v1/me").get("id").asString();
        assertThat(SERVER.sendAs("admin", "GET", "/v1/bills?tracked_by=" + expert, "").body())
                .contains("what others follow is theirs to know");
    }

    @Test
    void a_cursor_leads_on_in_ones_own_list_only() {
        String next = read("citizen", LIST + "&limit=2").get("next").asString();

        assertThat(read("citizen", LIST + "&limit=2&cursor=" + next).get("items")).hasSize(1);
        assertThat(SERVER.sendAs("expert", "GET", LIST + "&limit=2&cursor=" + next, "").statusCode()).isEqualTo(400);
        assertThat(SERVER.get("/v1/bills?limit=2&cursor=" + next).statusCode()).isEqualTo(400);

        String found = read("citizen", SEARCH + "&limit=2").get("next").asString();
        assertThat(SERVER.sendAs("expert", "GET", SEARCH + "&limit=2&cursor=" + found, "").statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {LIST, SEARCH, "/v1/me", "/v1/me/profile", "/v1/me/tracking"})
    void what_is_ones_own_is_in_no_cache_that_others_share(String path) {
        HttpResponse<String> own = SERVER.sendAs("citizen", "GET", path, "");
        String tag = own.headers().firstValue("etag").orElseThrow();

        for (HttpResponse<String> answer : List.of(own, SERVER.sendAs("citizen", "HEAD", path, ""),
                SERVER.sendAs("citizen", "GET", path, "", "If-None-Match", tag))) {
            assertThat(answer.headers().firstValue("cache-control")).contains("private, no-cache");
            assertThat(answer.headers().firstValue("vary")).contains("Authorization");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {LIST, SEARCH})
    void who_signs_in_next_is_not_told_that_nothing_changed(String path) {
        String tag = SERVER.sendAs("citizen", "GET", path, "").headers().firstValue("etag").orElseThrow();

        assertThat(SERVER.sendAs("citizen", "GET", path, "", "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(SERVER.sendAs("expert", "GET", path, "", "If-None-Match", tag).statusCode()).isEqualTo(200);
    }

    @Test
    void what_is_for_everybody_is_the_same_with_a_token_and_may_be_in_any_cache() {
        for (String path : List.of("/v1/bills?limit=3", "/v1/bills/search?q=bill")) {
            HttpResponse<String> anybody = SERVER.get(path);
            assertThat(anybody.headers().firstValue("cache-control")).contains("no-cache");
            assertThat(anybody.headers().firstValue("vary")).isEmpty();
            assertThat(SERVER.sendAs("citizen", "GET", path, "").body()).isEqualTo(anybody.body());
            assertThat(SERVER.get(path, "Authorization", "Bearer x").statusCode()).isEqualTo(200);
        }
    }
}
