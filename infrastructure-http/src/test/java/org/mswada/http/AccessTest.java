package org.mswada.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.mswada.domain.user.Role;
import org.mswada.http.routing.Method;
import org.mswada.http.routing.Route;

/** Every operation that is not for everybody, in every role, over HTTP: who may do it, and nobody else. */
final class AccessTest {
    private static final Set<Role> EVERYBODY = EnumSet.allOf(Role.class);
    private static final Set<Role> CLERKS = EnumSet.of(Role.CLERK, Role.ADMIN);
    private static final String TAG_OF_NOTHING = "\"1-x\"";

    /** What is not in here, nobody may do: a new route has to be added. */
    private static final Map<String, Set<Role>> ALLOWED = Map.ofEntries(
            Map.entry("POST /v1/bills", CLERKS), Map.entry("PATCH /v1/bills/{id}", CLERKS),
            Map.entry("POST /v1/bills/{id}/transitions", CLERKS), Map.entry("GET /v1/me", EVERYBODY),
            Map.entry("PATCH /v1/me", EVERYBODY), Map.entry("DELETE /v1/me", EVERYBODY),
            Map.entry("GET /v1/me/profile", EVERYBODY), Map.entry("PUT /v1/me/profile", EVERYBODY),
            Map.entry("GET /v1/me/tracking", EVERYBODY), Map.entry("PUT /v1/me/tracking/bills/{id}", EVERYBODY),
            Map.entry("DELETE /v1/me/tracking/bills/{id}", EVERYBODY),
            Map.entry("PUT /v1/me/tracking/sponsors/{id}", EVERYBODY),
            Map.entry("DELETE /v1/me/tracking/sponsors/{id}", EVERYBODY));

    private static final Map<String, String> GOOD_BODIES = Map.of("POST /v1/bills", """
            {"jurisdiction": "us", "session": "113", "identifier": "NUMBER", "classification": "bill",
             "origin_chamber": "lower", "introduced_on": "2013-02-01", "title": "To answer"}""",
            "POST /v1/bills/{id}/transitions", "{\"to\":\"lapsed\",\"on\":\"2013-05-01\",\"text\":\"x\"}");

    @Test
    void each_role_may_do_what_is_listed_and_is_refused_the_rest() {
        Map<String, Set<Role>> seen = new TreeMap<>();
        try (TestServer server = TestServer.start()) {
            for (Route route : routes()) {
                for (Role role : Role.values()) {
                    HttpResponse<String> response = send(server, route, role);
                    Set<Role> allowed = seen.computeIfAbsent(name(route), unseen -> EnumSet.noneOf(Role.class));
                    if (response.statusCode() == 403) {
                        assertThat(response.body()).contains("/problems/forbidden", "Your role does not allow you to");
                        assertThat(response.headers().firstValue("www-authenticate").orElseThrow())
                                .contains("error=\"insufficient_scope\"");
                    } else {
                        assertThat(response.statusCode()).as("%s %s: %s", role, name(route), response.body())
                                .isIn(200, 201, 204, 404);
                        allowed.add(role);
                    }
                }
            }
        }
        assertThat(seen).isEqualTo(new TreeMap<>(ALLOWED));
    }

    @Test
    void nobody_may_do_any_of_it_without_a_token() {
        try (TestServer server = TestServer.start()) {
            for (Route route : routes()) {
                HttpResponse<String> response = server.send(route.method().name(), server.server.publicPort(),
                        path(route, Role.CITIZEN));
                assertThat(response.statusCode()).as(name(route)).isEqualTo(401);
                assertThat(response.headers().firstValue("www-authenticate")).isPresent();
            }
        }
    }

    private static Iterable<Route> routes() {
        return new TestApi(new InMemoryUnits(() -> {})).routes().all().stream().filter(route -> !route.isPublic())
                .toList();
    }

    private static String name(Route route) {
        return route.method() + " " + route.path();
    }

    private static String path(Route route, Role role) {
        return route.path().replace("{id}", Samples.id(100 + role.ordinal()).toString());
    }

    private static HttpResponse<String> send(TestServer server, Route route, Role role) {
        String label = role.name().toLowerCase(Locale.ROOT);
        String body = route.bodyType() == null
                ? ""
                : GOOD_BODIES.getOrDefault(name(route), "{}").replace("NUMBER", "HR " + role.ordinal());
        String read = route.path().startsWith("/v1/me/tracking")
                ? "/v1/me"
                : path(route, role).replace("/transitions", "");
        String tag = route.method() == Method.GET
                ? TAG_OF_NOTHING
                : server.sendAs(label, "GET", read, "").headers().firstValue("etag").orElse(TAG_OF_NOTHING);
        return server.sendAs(label, route.method().name(), path(route, role), body, "If-Match", tag);
    }
}
