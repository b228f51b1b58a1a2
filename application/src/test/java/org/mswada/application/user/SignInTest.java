package org.mswada.application.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.ReadSession;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.domain.storage.WriteSession;
import org.mswada.domain.user.Anonymity;
import org.mswada.domain.user.OidcSubject;
import org.mswada.domain.user.Role;
import org.mswada.domain.user.User;
import org.mswada.domain.user.UserDetails;
import org.mswada.domain.user.UserId;
import org.mswada.domain.user.UserRepository;
import org.mswada.domain.user.UserStatus;

/** A clerk who was suspended a moment ago, where a replica does not know of it yet. */
final class SignInTest {
    private static final OidcSubject CLERK = new OidcSubject("https://login.example.org", "clerk");
    private static final ReadSession PRIMARY = new ReadSession() {
    };
    private static final ReadSession REPLICA = new ReadSession() {
    };

    private final Replicated units = new Replicated();

    @Test
    void who_is_suspended_may_not_act_from_that_moment_on() {
        assertThat(units.read(Operation.read("test.read"), session -> users().findBySubject(session, CLERK))
                .orElseThrow().status()).as("control: what a replica says").isEqualTo(UserStatus.ACTIVE);

        assertThat(new SignIn(units, users(), new RegisterUser(units, users(), UUID::randomUUID)).as(CLERK, Role.CLERK))
                .isEqualTo(new SignInOutcome.Suspended());
    }

    /** Finds them as the server knows them to which the session leads. */
    private static UserRepository users() {
        return (UserRepository) Proxy.newProxyInstance(UserRepository.class.getClassLoader(),
                new Class<?>[]{UserRepository.class}, (proxy, method, arguments) -> Optional
                        .of(user(arguments[0] == PRIMARY ? UserStatus.SUSPENDED : UserStatus.ACTIVE)));
    }

    private static User user(UserStatus status) {
        return new User(new UserId(new UUID(0, 1)), CLERK,
                new UserDetails(null, null, Role.CLERK, null, Anonymity.PUBLIC), status, 2, Instant.EPOCH,
                Instant.EPOCH);
    }

    /** Reads from the replica where that is allowed. */
    private static final class Replicated implements UnitOfWork {
        @Override
        public <T> T read(Operation operation, Function<? super ReadSession, ? extends T> work) {
            return work.apply(operation.primaryOnly() ? PRIMARY : REPLICA);
        }

        @Override
        public <T> T snapshot(Operation operation, Function<? super ReadSession, ? extends T> work) {
            return read(operation, work);
        }

        @Override
        public <T> T write(Operation operation, Function<? super WriteSession, ? extends T> work) {
            throw new AssertionError("nobody is new here");
        }

        @Override
        public <T> T writeSingle(Operation operation, Function<? super WriteSession, ? extends T> work) {
            throw new AssertionError("nobody is new here");
        }
    }
}
