package org.mswada.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.mswada.application.user.SignInOutcome;
import org.mswada.domain.user.Actor;
import org.mswada.domain.user.OidcSubject;
import org.mswada.domain.user.Role;
import org.mswada.domain.user.User;
import org.mswada.domain.user.UserChange;
import org.mswada.domain.user.UserProfile;
import org.mswada.http.routing.Method;
import org.mswada.http.routing.Parameters;
import org.mswada.http.routing.Reply;
import org.mswada.http.routing.Request;
import org.mswada.http.routing.Route;
import tools.jackson.databind.JsonNode;

/** An account that somebody changes before every look at it: what is shown and its tag are of one moment all the same. */
final class TagOfMomentTest {
    private final AtomicReference<Runnable> beforeEachUnit = new AtomicReference<>(() -> {});
    private final TestApi api = new TestApi(new InMemoryUnits(() -> beforeEachUnit.get().run()));
    private final Actor actor = ((SignInOutcome.SignedIn) api.signIn()
            .as(new OidcSubject("https://login.example.org", "ann"), Role.CITIZEN)).actor();

    @Test
    void an_account_has_the_tag_of_the_version_that_it_shows() {
        beforeEachUnit.set(() -> {
            User user = api.users.users.get(actor.user());
            api.users.update(null, new UserChange(user.id(), user.details(), user.version()));
        });

        Reply reply = get("/v1/me");

        JsonNode shown = TestServer.JSON.readTree(reply.body().get());
        assertThat(reply.tag().value()).startsWith("\"" + shown.get("version").asInt() + "-");
    }

    @Test
    void a_profile_has_the_tag_of_the_version_that_it_shows() {
        beforeEachUnit.set(() -> {
            int version = api.users.users.get(actor.user()).version();
            api.users.saveProfile(null, actor.user(),
                    new UserProfile("of version " + (version + 1), null, null, null, true), version);
        });

        Reply reply = get("/v1/me/profile");

        String shown = TestServer.JSON.readTree(reply.body().get()).get("biography").asString();
        assertThat(shown).isEqualTo("of version " + reply.tag().value().replaceAll("^\"([0-9]+)-.*$", "$1"));
    }

    private Reply get(String path) {
        Route route = api.routes().all().stream()
                .filter(each -> each.method() == Method.GET && each.path().equals(path)).findFirst().orElseThrow();
        return route.handler()
                .apply(new Request(actor, new Parameters(Map.of(), Map.of()), _ -> List.of(), new byte[0]));
    }
}
