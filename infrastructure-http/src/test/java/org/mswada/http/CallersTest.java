package org.mswada.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mswada.application.user.RegisterUser;
import org.mswada.application.user.SignIn;
import org.mswada.domain.identity.TimeOrderedIds;
import org.mswada.domain.storage.WriteSession;
import org.mswada.domain.user.Actor;
import org.mswada.domain.user.Role;
import org.mswada.domain.user.User;
import org.mswada.domain.user.UserChange;
import org.mswada.domain.user.UserStatus;
import org.mswada.http.auth.DevelopmentIssuer;
import org.mswada.http.auth.SignInTrust;
import org.mswada.http.problem.ProblemException;
import org.mswada.http.problem.ProblemType;

/** Who somebody is here, and in which role: ADR 14. */
final class CallersTest {
    @TempDir
    Path folder;

    private final InMemoryUsers users = new InMemoryUsers();

    private final InMemoryUnits units = new InMemoryUnits(() -> {});

    private Callers callers() {
        return new Callers(new SignInTrust(null, issuer(), "mswada_role").verifier(), new SignIn(units, users,
                new RegisterUser(units, users, new TimeOrderedIds(InstantSource.system(), new Random(1)))));
    }

    private DevelopmentIssuer issuer() {
        return DevelopmentIssuer.in(folder, "mswada", "mswada_role");
    }

    private List<String> token(String subject, String role) {
        return List.of("Bearer " + issuer().mint(subject, role, Instant.now(), Duration.ofMinutes(5)));
    }

    @Test
    void whoever_comes_first_becomes_a_citizen_of_whom_nothing_else_is_known() {
        Actor first = callers().of(token("ann", "no role of ours"));
        Actor again = callers().of(token("ann", "no role of ours"));

        assertThat(again).isEqualTo(first);
        assertThat(first.role()).isEqualTo(Role.CITIZEN);
        assertThat(users.users.values()).singleElement().satisfies(user -> {
            assertThat(user.details().email()).isNull();
            assertThat(user.details().displayName()).isNull();
        });
    }

    @Test
    void the_tokens_role_goes_before_the_stored_one_and_is_not_stored() {
        Actor clerk = callers().of(token("ann", "clerk"));
        assertThat(clerk.role()).isEqualTo(Role.CLERK);
        assertThat(callers().of(token("ann", "")).role()).isEqualTo(Role.CITIZEN);

        User stored = users.users.get(clerk.user());
        users.update(null, new UserChange(stored.id(), stored.details().withRole(Role.ADMIN), stored.version()));
        assertThat(callers().of(token("ann", "")).role()).isEqualTo(Role.ADMIN);
        assertThat(callers().of(token("ann", "citizen")).role()).isEqualTo(Role.CITIZEN);
        assertThat(callers().of(token("ann", "CLERK")).role()).as("another spelling is another role")
                .isEqualTo(Role.ADMIN);
    }

    @Test
    void who_is_suspended_may_not_act_whatever_the_token_says() {
        Actor ann = callers().of(token("ann", "admin"));
        WriteSession none = null;
        users.changeStatus(none, ann.user(), UserStatus.SUSPENDED, 1);

        assertThatThrownBy(() -> callers().of(token("ann", "admin"))).isInstanceOfSatisfying(ProblemException.class,
                problem -> {
                    assertThat(problem.type()).isEqualTo(ProblemType.ACCOUNT_SUSPENDED);
                    assertThat(problem.headers().get("WWW-Authenticate")).contains("error=\"insufficient_scope\"");
                });
    }

    @Test
    void many_first_requests_at_once_are_one_user() throws Exception {
        Callers callers = callers();
        List<String> token = token("ann", "");
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<Actor>> actors = Stream.generate(() -> threads.submit(() -> callers.of(token))).limit(64)
                    .toList();
            for (Future<Actor> actor : actors) {
                assertThat(actor.get().user()).isEqualTo(actors.getFirst().get().user());
            }
        }
        assertThat(users.users).hasSize(1);
    }

    @Test
    void who_is_erased_and_comes_again_is_somebody_new() {
        Actor ann = callers().of(token("ann", ""));
        users.erase(null, ann.user());

        assertThat(callers().of(token("ann", "")).user()).isNotEqualTo(ann.user());
    }
}
