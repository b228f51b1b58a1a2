package org.mswada.support.portcontracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mswada.support.portcontracts.UserFixtures.details;
import static org.mswada.support.portcontracts.UserFixtures.subject;
import static org.mswada.support.portcontracts.UserFixtures.user;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.ReadSession;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.domain.storage.WriteSession;
import org.mswada.domain.user.Anonymity;
import org.mswada.domain.user.EmailAddress;
import org.mswada.domain.user.NewUser;
import org.mswada.domain.user.Role;
import org.mswada.domain.user.User;
import org.mswada.domain.user.UserChange;
import org.mswada.domain.user.UserDetails;
import org.mswada.domain.user.UserFilter;
import org.mswada.domain.user.UserId;
import org.mswada.domain.user.UserPage;
import org.mswada.domain.user.UserProfile;
import org.mswada.domain.user.UserRepository;
import org.mswada.domain.user.UserStatus;
import org.mswada.domain.user.UserWriteResult;

/** What every adapter of {@link UserRepository} does. Each test begins with empty storage. */
public interface UserRepositoryContract {
    Operation READ = Operation.read("test.read");
    Operation WRITE = Operation.write("test.write");

    UnitOfWork units();

    UserRepository users();

    @Test
    default void who_is_stored_is_found_by_id_subject_and_email_in_any_case() {
        NewUser ada = user("ada", details("Ada@Example.org", "Ada"));

        assertThat(create(ada)).isEqualTo(new UserWriteResult.Written(ada.id(), 1));

        User found = byId(ada.id());
        assertThat(found.subject()).isEqualTo(ada.subject());
        assertThat(found.details()).isEqualTo(ada.details());
        assertThat(found.status()).isEqualTo(UserStatus.ACTIVE);
        assertThat(found.version()).isEqualTo(1);
        assertThat(read(session -> users().findBySubject(session, subject("ada"))).orElseThrow()).isEqualTo(found);
        assertThat(byEmail("aDA@eXample.ORG")).contains(found);
        assertThat(byEmail("ada@example.com")).isEmpty();
        assertThat(read(session -> users().findBySubject(session, subject("Ada"))).isPresent())
                .as("subjects are case-sensitive").isFalse();
    }

    @Test
    default void a_subject_and_an_address_are_of_one_user() {
        NewUser ada = user("ada");
        create(ada);

        assertThat(create(user("ada", details("other@example.org", null))))
                .isEqualTo(new UserWriteResult.SubjectTaken(ada.id()));
        assertThat(create(user("bob", details("ADA@example.org", null))))
                .isEqualTo(new UserWriteResult.EmailTaken(ada.id()));
        assertThat(create(user("carl", details(null, null)))).isInstanceOf(UserWriteResult.Written.class);
        assertThat(create(user("dora", details(null, null)))).as("no address is no conflict")
                .isInstanceOf(UserWriteResult.Written.class);
    }

    /** The capital I with a dot is folded in different ways by Java and by PostgreSQL, and so is the S at the end of a Greek word. */
    @Test
    default void an_address_in_letters_of_which_opinions_differ_is_of_one_user_too() {
        NewUser ada = user("ada", details("\u0130da@example.org", null));
        NewUser nikos = user("nikos", details("\u039d\u0399\u039a\u039f\u03a3@example.org", null));
        NewUser bob = user("bob");
        create(ada);
        create(nikos);
        create(bob);

        assertThat(byEmail("\u0130DA@example.org").orElseThrow().id()).isEqualTo(ada.id());
        assertThat(create(user("ida", details("\u0130DA@example.org", null))))
                .isEqualTo(new UserWriteResult.EmailTaken(ada.id()));
        assertThat(update(bob.id(), details("\u0130dA@example.org", null), 1))
                .isEqualTo(new UserWriteResult.EmailTaken(ada.id()));
        assertThat(update(bob.id(), details("\u039d\u0399\u039a\u039f\u03a3@EXAMPLE.org", null), 1))
                .isEqualTo(new UserWriteResult.EmailTaken(nikos.id()));
        assertThat(update(ada.id(), details("\u0130DA@example.org", "Ada"), 1)).as("one's own")
                .isEqualTo(new UserWriteResult.Written(ada.id(), 2));
    }

    @Test
    default void a_change_counts_a_version_and_a_stale_one_changes_nothing() {
        NewUser ada = user("ada");
        NewUser bob = user("bob");
        create(ada);
        create(bob);
        UserDetails changed = new UserDetails(new EmailAddress("new@example.org"), "Ada L.", Role.EXPERT, null,
                Anonymity.PSEUDONYM);

        assertThat(update(ada.id(), changed, 1)).isEqualTo(new UserWriteResult.Written(ada.id(), 2));
        assertThat(byId(ada.id()).details()).isEqualTo(changed);
        assertThat(byId(ada.id()).version()).isEqualTo(2);
        assertThat(update(ada.id(), ada.details(), 1)).isEqualTo(new UserWriteResult.Stale(2));
        assertThat(byId(ada.id()).details()).isEqualTo(changed);
        assertThat(update(bob.id(), details("NEW@example.org", "Bob"), 1))
                .isEqualTo(new UserWriteResult.EmailTaken(ada.id()));
        assertThat(update(ada.id(), changed, 2)).as("one's own address").isInstanceOf(UserWriteResult.Written.class);
        assertThat(update(new UserId(UUID.randomUUID()), changed, 1)).isEqualTo(new UserWriteResult.Missing());
    }

    @Test
    default void a_suspended_user_is_not_active_until_let_act_again() {
        NewUser ada = user("ada");
        create(ada);

        assertThat(changeStatus(ada.id(), UserStatus.SUSPENDED, 1))
                .isEqualTo(new UserWriteResult.Written(ada.id(), 2));
        assertThat(list(UserFilter.ACTIVE)).isEmpty();
        assertThatThrownBy(() -> byId(ada.id()).actor()).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("SUSPENDED");
        assertThat(changeStatus(ada.id(), UserStatus.ACTIVE, 1)).isEqualTo(new UserWriteResult.Stale(2));
        assertThat(changeStatus(ada.id(), UserStatus.ACTIVE, 2)).isInstanceOf(UserWriteResult.Written.class);
        assertThat(list(UserFilter.ACTIVE)).containsExactly(ada.id());
        assertThat(byId(ada.id()).actor().role()).isEqualTo(Role.CITIZEN);
        assertThatThrownBy(() -> changeStatus(ada.id(), UserStatus.ERASED, 3))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    default void a_profile_is_kept_replaced_and_found_for_many() {
        NewUser ada = user("ada");
        NewUser bob = user("bob");
        create(ada);
        create(bob);
        UserProfile profile = new UserProfile("I read bills.", Locale.forLanguageTag("sw-KE"),
                ZoneId.of("Africa/Nairobi"), "https://example.org/a.png", true);

        assertThat(saveProfile(ada.id(), profile, 1)).isEqualTo(new UserWriteResult.Written(ada.id(), 2));
        assertThat(profiles(ada.id(), bob.id())).isEqualTo(Map.of(ada.id(), profile));
        saveProfile(ada.id(), UserProfile.EMPTY, 2);
        assertThat(profiles(ada.id(), bob.id())).isEqualTo(Map.of(ada.id(), UserProfile.EMPTY));
        assertThat(saveProfile(new UserId(UUID.randomUUID()), profile, 1)).isEqualTo(new UserWriteResult.Missing());
    }

    @Test
    default void a_profile_counts_a_version_of_its_user_and_a_stale_one_replaces_nothing() {
        NewUser ada = user("ada");
        create(ada);
        UserProfile first = new UserProfile("First", null, null, null, true);

        saveProfile(ada.id(), first, 1);

        assertThat(byId(ada.id()).version()).isEqualTo(2);
        assertThat(saveProfile(ada.id(), UserProfile.EMPTY, 1)).isEqualTo(new UserWriteResult.Stale(2));
        assertThat(profiles(ada.id())).isEqualTo(Map.of(ada.id(), first));
        assertThat(update(ada.id(), ada.details(), 1)).as("details and profile are of one version")
                .isEqualTo(new UserWriteResult.Stale(2));
        assertThat(update(ada.id(), ada.details(), 2)).isEqualTo(new UserWriteResult.Written(ada.id(), 3));
        assertThat(saveProfile(ada.id(), UserProfile.EMPTY, 2)).isEqualTo(new UserWriteResult.Stale(3));
    }

    @Test
    default void an_erased_user_keeps_the_id_and_nothing_else() {
        NewUser ada = user("ada");
        create(ada);
        saveProfile(ada.id(), new UserProfile("Me", null, null, null, true), 1);

        assertThat(erase(ada.id())).isEqualTo(new UserWriteResult.Written(ada.id(), 3));

        User erased = byId(ada.id());
        assertThat(erased.status()).isEqualTo(UserStatus.ERASED);
        assertThat(erased.subject()).isNull();
        assertThat(erased.details())
                .isEqualTo(new UserDetails(null, null, Role.CITIZEN, null, Anonymity.ANONYMOUS));
        assertThat(profiles(ada.id())).isEmpty();
        assertThat(byEmail("ada@example.org")).isEmpty();
        assertThat(erase(ada.id())).as("again").isEqualTo(new UserWriteResult.Written(ada.id(), 3));
        assertThat(byId(ada.id())).isEqualTo(erased);
        assertThat(erase(new UserId(UUID.randomUUID()))).isEqualTo(new UserWriteResult.Missing());
        assertThat(create(user("ada"))).as("who comes again is new").isInstanceOf(UserWriteResult.Written.class);
    }

    @Test
    default void an_erased_user_is_not_changed_any_more() {
        NewUser ada = user("ada");
        create(ada);
        erase(ada.id());

        assertThat(update(ada.id(), ada.details(), 2)).isEqualTo(new UserWriteResult.Erased());
        assertThat(changeStatus(ada.id(), UserStatus.ACTIVE, 2)).isEqualTo(new UserWriteResult.Erased());
        assertThat(saveProfile(ada.id(), UserProfile.EMPTY, 2)).isEqualTo(new UserWriteResult.Erased());
        assertThat(byId(ada.id()).status()).isEqualTo(UserStatus.ERASED);
    }

    private User byId(UserId id) {
        return read(session -> users().findById(session, id)).orElseThrow();
    }

    private Optional<User> byEmail(String email) {
        return read(session -> users().findByEmail(session, new EmailAddress(email)));
    }

    private List<UserId> list(UserFilter filter) {
        return read(session -> users().list(session, filter, null, UserPage.MAXIMUM_LIMIT)).items().stream()
                .map(User::id).toList();
    }

    private Map<UserId, UserProfile> profiles(UserId... ids) {
        return read(session -> users().profiles(session, List.of(ids)));
    }

    private UserWriteResult create(NewUser user) {
        return write(session -> users().create(session, user));
    }

    private UserWriteResult update(UserId id, UserDetails details, int version) {
        return write(session -> users().update(session, new UserChange(id, details, version)));
    }

    private UserWriteResult changeStatus(UserId id, UserStatus status, int version) {
        return write(session -> users().changeStatus(session, id, status, version));
    }

    private UserWriteResult saveProfile(UserId id, UserProfile profile, int version) {
        return write(session -> users().saveProfile(session, id, profile, version));
    }

    private UserWriteResult erase(UserId id) {
        return write(session -> users().erase(session, id));
    }

    private <T> T read(Function<ReadSession, T> work) {
        return units().read(READ, work);
    }

    private <T> T write(Function<WriteSession, T> work) {
        return units().write(WRITE, work);
    }
}
