package org.mswada.db.repository;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.storage.ReadSession;
import org.mswada.domain.storage.WriteSession;
import org.mswada.domain.user.Anonymity;
import org.mswada.domain.user.NewUser;
import org.mswada.domain.user.Role;
import org.mswada.domain.user.User;
import org.mswada.domain.user.UserDetails;
import org.mswada.domain.user.UserFilter;
import org.mswada.domain.user.UserId;
import org.mswada.domain.user.UserPage;
import org.mswada.domain.user.UserStatus;
import org.mswada.support.portcontracts.UserFixtures;

/** The active users of an area. A change suspends one, or lets them act again: no change gives them another place. */
final class WalkedUsers implements WalkedList<UserId> {
    private final JooqUserRepository users = new JooqUserRepository();
    private final String area = UUID.randomUUID().toString();
    private final Map<Integer, UserId> stored = new ConcurrentHashMap<>();

    @Override
    public void begin(WriteSession session) {
        // Users belong to nothing that is stored.
    }

    @Override
    public Object insert(WriteSession session, int number) {
        NewUser user = UserFixtures.user(area + number,
                new UserDetails(null, "User " + number, Role.CITIZEN, area, Anonymity.PUBLIC));
        users.create(session, user);
        stored.put(number, user.id());
        return user.id();
    }

    @Override
    public void change(WriteSession session, int number, int how) {
        users.findById(session, stored.get(number)).ifPresent(user -> users.changeStatus(session, user.id(),
                user.status() == UserStatus.ACTIVE ? UserStatus.SUSPENDED : UserStatus.ACTIVE, user.version()));
    }

    @Override
    public void delete(WriteSession session, int number) {
        users.deleteBatch(session, List.of(stored.get(number)));
    }

    @Override
    public Part<UserId> part(ReadSession session, @Nullable UserId after, int limit) {
        UserPage page = users.list(session, new UserFilter(null, area, UserStatus.ACTIVE), after, limit);
        return new Part<>(page.items().stream().map(User::id).toList(), page.next());
    }

    @Override
    public String toString() {
        return "users";
    }
}
