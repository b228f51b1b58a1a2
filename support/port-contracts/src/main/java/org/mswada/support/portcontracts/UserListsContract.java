package org.mswada.support.portcontracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mswada.support.portcontracts.UserFixtures.details;
import static org.mswada.support.portcontracts.UserFixtures.user;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.ReadSession;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.domain.storage.WriteSession;
import org.mswada.domain.user.Anonymity;
import org.mswada.domain.user.NewUser;
import org.mswada.domain.user.Role;
import org.mswada.domain.user.User;
import org.mswada.domain.user.UserChange;
import org.mswada.domain.user.UserCount;
import org.mswada.domain.user.UserDeleteResult;
import org.mswada.domain.user.UserDetails;
import org.mswada.domain.user.UserFilter;
import org.mswada.domain.user.UserId;
import org.mswada.domain.user.UserPage;
import org.mswada.domain.user.UserRepository;
import org.mswada.domain.user.UserStatus;
import org.mswada.domain.user.UserWriteResult;

/** What every adapter of {@link UserRepository} does with many users. Each test begins with empty storage. */
public interface UserListsContract {
    Operation READ = Operation.read("test.read");
    Operation WRITE = Operation.write("test.write");

    UnitOfWork units();

    UserRepository users();

    @Test
    default void lists_are_walked_and_restricted_by_role_area_and_status() {
        List<Role> roles = List.of(Role.CITIZEN, Role.VERIFIED_CITIZEN, Role.EXPERT);
        List<NewUser> all = IntStream.range(0, 23).mapToObj(number -> user("u" + number,
                new UserDetails(null, null, roles.get(number % 3), number % 2 == 0 ? "North" : "South",
                        Anonymity.PUBLIC)))
                .toList();
        assertThat(createAll(all)).allMatch(UserWriteResult.Written.class::isInstance);

        List<UserId> walked = new ArrayList<>();
        UserId after = null;
        do {
            UserId from = after;
            UserPage page = read(session -> users().list(session, UserFilter.ALL, from, 4));
            page.items().forEach(user -> walked.add(user.id()));
            after = page.next();
        } while (after != null);

        assertThat(walked).doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(all.stream().map(NewUser::id).toList());
        assertThat(list(new UserFilter(Role.EXPERT, null, null))).hasSize(7);
        assertThat(list(new UserFilter(null, "South", null))).hasSize(11);
        assertThat(list(new UserFilter(Role.CITIZEN, "North", UserStatus.ACTIVE))).hasSize(4);
        assertThat(list(new UserFilter(null, null, UserStatus.SUSPENDED))).isEmpty();
        assertThatThrownBy(() -> read(session -> users().list(session, UserFilter.ALL, null, 201)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    default void counting_ends_at_its_limit_and_says_so() {
        createAll(IntStream.range(0, 7).mapToObj(number -> user("u" + number)).toList());

        assertThat(count(UserFilter.ALL, 100)).isEqualTo(new UserCount(7, true));
        assertThat(count(UserFilter.ALL, 7)).isEqualTo(new UserCount(7, true));
        assertThat(count(UserFilter.ALL, 6)).isEqualTo(new UserCount(6, false));
        assertThat(count(new UserFilter(Role.ADMIN, null, null), 6)).isEqualTo(new UserCount(0, true));
    }

    @Test
    default void users_are_searched_by_name_and_address_with_wrong_letters() {
        NewUser ada = user("a", details("lovelace@example.org", "Ada Lovelace"));
        NewUser jose = user("b", details("jn@example.com", "José Núñez"));
        createAll(List.of(ada, jose, user("c", details(null, null))));

        assertThat(search("lovelase")).startsWith(ada.id());
        assertThat(search("lovelace@example.org")).startsWith(ada.id());
        assertThat(search("jose nunes")).startsWith(jose.id());
        assertThat(search("xyzzy")).isEmpty();
        erase(ada.id());
        assertThat(search("lovelace")).doesNotContain(ada.id());
    }

    @Test
    default void batches_tell_of_each_row_and_the_refused_do_not_touch_the_others() {
        NewUser ada = user("ada");
        create(ada);
        NewUser bob = user("bob");
        NewUser twin = user("bob", details("twin@example.org", null));
        NewUser sameAddress = user("carl", details("BOB@example.org", null));

        assertThat(createAll(List.of(bob, user("ada", details(null, null)), twin, sameAddress))).containsExactly(
                new UserWriteResult.Written(bob.id(), 1), new UserWriteResult.SubjectTaken(ada.id()),
                new UserWriteResult.SubjectTaken(bob.id()), new UserWriteResult.EmailTaken(bob.id()));

        UserId nobody = new UserId(UUID.randomUUID());
        assertThat(updateAll(List.of(new UserChange(ada.id(), details("bob@example.org", null), 1),
                new UserChange(bob.id(), details("new@example.org", "Bob"), 1),
                new UserChange(nobody, details(null, null), 1)))).containsExactly(
                        new UserWriteResult.EmailTaken(bob.id()), new UserWriteResult.Written(bob.id(), 2),
                        new UserWriteResult.Missing());
        assertThat(byId(ada.id()).version()).isEqualTo(1);
        assertThat(updateAll(List.of(new UserChange(ada.id(), details("x@example.org", null), 1),
                new UserChange(bob.id(), details("X@example.org", null), 2)))).containsExactly(
                        new UserWriteResult.Written(ada.id(), 2), new UserWriteResult.EmailTaken(ada.id()));

        assertThat(updateAll(List.of(new UserChange(ada.id(), details("\u0130da@example.org", null), 2),
                new UserChange(bob.id(), details("\u0130DA@example.org", null), 2))))
                .as("letters of which opinions differ")
                .containsExactly(new UserWriteResult.Written(ada.id(), 3), new UserWriteResult.EmailTaken(ada.id()));

        assertThat(deleteAll(List.of(bob.id(), nobody, ada.id(), bob.id()))).containsExactly(
                UserDeleteResult.DELETED, UserDeleteResult.MISSING, UserDeleteResult.DELETED,
                UserDeleteResult.MISSING);
        assertThat(list(UserFilter.ALL)).isEmpty();
    }

    @Test
    default void batches_are_bounded_and_may_be_empty() {
        assertThat(createAll(List.of())).isEmpty();
        assertThat(updateAll(List.of())).isEmpty();
        assertThat(deleteAll(List.of())).isEmpty();
        List<UserId> many = Collections.nCopies(UserRepository.MAXIMUM_BATCH + 1, new UserId(UUID.randomUUID()));
        assertThatThrownBy(() -> deleteAll(many)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at most 500");
    }

    private User byId(UserId id) {
        return read(session -> users().findById(session, id)).orElseThrow();
    }

    private List<UserId> list(UserFilter filter) {
        return read(session -> users().list(session, filter, null, UserPage.MAXIMUM_LIMIT)).items().stream()
                .map(User::id).toList();
    }

    private List<UserId> search(String text) {
        return read(session -> users().search(session, text, 20)).stream().map(User::id).toList();
    }

    private UserCount count(UserFilter filter, int limit) {
        return read(session -> users().count(session, filter, limit));
    }

    private UserWriteResult create(NewUser user) {
        return write(session -> users().create(session, user));
    }

    private UserWriteResult erase(UserId id) {
        return write(session -> users().erase(session, id));
    }

    private List<UserWriteResult> createAll(List<NewUser> users) {
        return write(session -> users().createBatch(session, users));
    }

    private List<UserWriteResult> updateAll(List<UserChange> changes) {
        return write(session -> users().updateBatch(session, changes));
    }

    private List<UserDeleteResult> deleteAll(List<UserId> users) {
        return write(session -> users().deleteBatch(session, users));
    }

    private <T> T read(Function<ReadSession, T> work) {
        return units().read(READ, work);
    }

    private <T> T write(Function<WriteSession, T> work) {
        return units().write(WRITE, work);
    }
}
