package org.mswada.application.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mswada.application.memory.InMemoryStorage;
import org.mswada.application.sponsor.CreateSponsor;
import org.mswada.application.sponsor.DeactivateSponsor;
import org.mswada.application.sponsor.UpdateSponsor;
import org.mswada.application.tracking.Follow;
import org.mswada.application.tracking.PauseTracking;
import org.mswada.application.tracking.Unfollow;
import org.mswada.domain.legislature.JurisdictionCode;
import org.mswada.domain.sponsor.SponsorContent;
import org.mswada.domain.sponsor.SponsorId;
import org.mswada.domain.sponsor.SponsorRepository;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.domain.tracking.TrackingPreferences;
import org.mswada.domain.tracking.TrackingRepository;
import org.mswada.domain.tracking.TrackingTarget;
import org.mswada.domain.user.AccessPolicy;
import org.mswada.domain.user.Actor;
import org.mswada.domain.user.Anonymity;
import org.mswada.domain.user.OidcSubject;
import org.mswada.domain.user.Permission;
import org.mswada.domain.user.Role;
import org.mswada.domain.user.User;
import org.mswada.domain.user.UserChange;
import org.mswada.domain.user.UserDetails;
import org.mswada.domain.user.UserId;
import org.mswada.domain.user.UserProfile;
import org.mswada.domain.user.UserRepository;
import org.mswada.domain.user.UserStatus;
import org.mswada.domain.user.UserWriteResult;

/** Every use case that writes x every role: storage is reached by those who may, and by nobody else. */
final class WriteAccessTest {
    private static final UserId SELF = new UserId(new UUID(0, 1));
    private static final UserId OTHER = new UserId(new UUID(0, 2));
    private static final UserDetails CITIZEN = new UserDetails(null, null, Role.CITIZEN, null, Anonymity.PUBLIC);
    private static final SponsorContent CONTENT = SponsorContent.asPrinted("A", null, null, null, List.of());
    private static final SponsorId SPONSOR = new SponsorId(new UUID(0, 3));
    private static final TrackingTarget TARGET = new TrackingTarget.OfSearch("water");

    private static final UnitOfWork UNITS = never(UnitOfWork.class);
    private static final UserRepository USERS = never(UserRepository.class);
    private static final SponsorRepository SPONSORS = never(SponsorRepository.class);
    private static final TrackingRepository TRACKING = never(TrackingRepository.class);

    static List<Write> writes() {
        return List.of(
                new Write(CreateSponsor.class, Permission.CREATE_SPONSOR,
                        actor -> new CreateSponsor(UNITS, SPONSORS, UUID::randomUUID).run(actor,
                                new JurisdictionCode("us"), CONTENT)),
                new Write(UpdateSponsor.class, Permission.EDIT_SPONSOR,
                        actor -> new UpdateSponsor(UNITS, SPONSORS).run(actor, SPONSOR, CONTENT, 1)),
                new Write(DeactivateSponsor.class, Permission.DEACTIVATE_SPONSOR,
                        actor -> new DeactivateSponsor(UNITS, SPONSORS).run(actor, SPONSOR, 1)),
                new Write(UpdateUser.class, Permission.EDIT_SELF,
                        actor -> new UpdateUser(UNITS, USERS).run(actor, new UserChange(SELF, CITIZEN, 1))),
                new Write(UpdateUser.class, Permission.EDIT_USER,
                        actor -> new UpdateUser(UNITS, USERS).run(actor, new UserChange(OTHER, CITIZEN, 1))),
                new Write(SaveProfile.class, Permission.EDIT_SELF,
                        actor -> new SaveProfile(UNITS, USERS).run(actor, 1, UserProfile.EMPTY)),
                new Write(SuspendUser.class, Permission.SUSPEND_USER,
                        actor -> new SuspendUser(UNITS, USERS).run(actor, SELF, true, 1)),
                new Write(EraseUser.class, Permission.ERASE_SELF,
                        actor -> new EraseUser(UNITS, USERS).run(actor, SELF)),
                new Write(EraseUser.class, Permission.ERASE_USER,
                        actor -> new EraseUser(UNITS, USERS).run(actor, OTHER)),
                new Write(CreateUsers.class, Permission.CREATE_USER,
                        actor -> new CreateUsers(UNITS, USERS).run(actor, List.of())),
                new Write(UpdateUsers.class, Permission.CHANGE_ROLE,
                        actor -> new UpdateUsers(UNITS, USERS).run(actor, List.of())),
                new Write(DeleteUsers.class, Permission.DELETE_USER,
                        actor -> new DeleteUsers(UNITS, USERS).run(actor, List.of())),
                new Write(Follow.class, Permission.TRACK,
                        actor -> new Follow(UNITS, TRACKING, UUID::randomUUID).run(actor, TARGET,
                                TrackingPreferences.DEFAULT)),
                new Write(Unfollow.class, Permission.TRACK, actor -> new Unfollow(UNITS, TRACKING).run(actor, TARGET)),
                new Write(PauseTracking.class, Permission.TRACK,
                        actor -> new PauseTracking(UNITS, TRACKING).run(actor, TARGET, true)));
    }

    @ParameterizedTest
    @MethodSource("writes")
    void storage_is_reached_by_those_who_may_and_by_nobody_else(Write write) {
        for (Role role : Role.values()) {
            String answer = answer(write, new Actor(SELF, role));
            assertThat(answer).as("%s by %s", write.useCase().getSimpleName(), role)
                    .startsWith(AccessPolicy.allows(role, write.needed()) ? "reached storage" : "Forbidden");
        }
    }

    private static String answer(Write write, Actor actor) {
        try {
            return write.run().apply(actor).toString();
        } catch (ReachedStorage reached) {
            return "reached storage";
        }
    }

    @Test
    void nobody_gives_themselves_another_role_but_who_may_change_roles() {
        UserDetails promoted = CITIZEN.withRole(Role.ADMIN);
        for (Role role : Role.values()) {
            UserChangeOutcome outcome = new UpdateUser(new InMemoryStorage(), usersWith(CITIZEN)).run(
                    new Actor(SELF, role), new UserChange(SELF, promoted, 1));
            assertThat(outcome).as(role.name()).isEqualTo(role == Role.ADMIN
                    ? new UserChangeOutcome.Tried(new UserWriteResult.Written(SELF, 2))
                    : new UserChangeOutcome.Forbidden(Permission.CHANGE_ROLE));
        }
    }

    /** A port that must not be reached, but says so when it is. */
    private static <T> T never(Class<T> port) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[]{port},
                (proxy, method, arguments) -> {
                    throw new ReachedStorage();
                }));
    }

    /** Users of whom each is found with these details, and is changed when asked. */
    private static UserRepository usersWith(UserDetails details) {
        User stored = new User(SELF, new OidcSubject("i", "s"), details, UserStatus.ACTIVE, 1, Instant.EPOCH,
                Instant.EPOCH);
        return (UserRepository) Proxy.newProxyInstance(UserRepository.class.getClassLoader(),
                new Class<?>[]{UserRepository.class}, (proxy, method, arguments) -> answer(method, stored));
    }

    private static Object answer(Method method, User stored) {
        return method.getName().equals("findById")
                ? Optional.of(stored)
                : new UserWriteResult.Written(stored.id(), stored.version() + 1);
    }

    /** A use case, the right it needs, and how it is run. */
    record Write(Class<?> useCase, Permission needed, Function<Actor, Object> run) {
        @Override
        public String toString() {
            return useCase.getSimpleName() + " needs " + needed;
        }
    }

    /** Storage was reached. */
    private static final class ReachedStorage extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
