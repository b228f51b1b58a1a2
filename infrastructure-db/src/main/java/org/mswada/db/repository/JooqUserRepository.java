package org.mswada.db.repository;

import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mswada.db.repository.UserQueries.Listing;
import org.mswada.domain.storage.ReadSession;
import org.mswada.domain.storage.WriteSession;
import org.mswada.domain.user.EmailAddress;
import org.mswada.domain.user.NewUser;
import org.mswada.domain.user.OidcSubject;
import org.mswada.domain.user.User;
import org.mswada.domain.user.UserChange;
import org.mswada.domain.user.UserCount;
import org.mswada.domain.user.UserDeleteResult;
import org.mswada.domain.user.UserFilter;
import org.mswada.domain.user.UserId;
import org.mswada.domain.user.UserPage;
import org.mswada.domain.user.UserProfile;
import org.mswada.domain.user.UserRepository;
import org.mswada.domain.user.UserStatus;
import org.mswada.domain.user.UserWriteResult;

/** Users in PostgreSQL. */
final class JooqUserRepository implements UserRepository {
    private final UserWrites writes = new UserWrites();
    private final UserUpdates updates = new UserUpdates();

    @Inject
    JooqUserRepository() {}

    @Override
    public Optional<User> findById(ReadSession session, UserId id) {
        return UserQueries.FIND_BY_ID.one(session, id);
    }

    @Override
    public Optional<User> findBySubject(ReadSession session, OidcSubject subject) {
        return UserQueries.FIND_BY_SUBJECT.one(session, subject);
    }

    @Override
    public Optional<User> findByEmail(ReadSession session, EmailAddress email) {
        return UserQueries.FIND_BY_EMAIL.one(session, email);
    }

    @Override
    public UserPage list(ReadSession session, UserFilter filter, @Nullable UserId after, int limit) {
        // One row more than the page holds tells whether there is a next page.
        List<User> found = UserQueries.LIST.list(session, new Listing(filter, after, UserPage.checkLimit(limit) + 1));
        List<User> page = found.size() > limit ? found.subList(0, limit) : found;
        return new UserPage(page, found.size() > limit ? page.getLast().id() : null);
    }

    @Override
    public List<User> search(ReadSession session, String text, int limit) {
        return UserSearch.run(session, text, UserPage.checkLimit(limit));
    }

    @Override
    public UserCount count(ReadSession session, UserFilter filter, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("counting up to " + limit + " counts nobody: give at least 1");
        }
        int counted = UserQueries.COUNT.list(session, new Listing(filter, null, limit + 1)).getFirst();
        return new UserCount(Math.min(counted, limit), counted <= limit);
    }

    @Override
    public Map<UserId, UserProfile> profiles(ReadSession session, Collection<UserId> users) {
        UserRepository.checkBatch(users);
        return UserQueries.PROFILES.list(session, users).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public UserWriteResult create(WriteSession session, NewUser user) {
        return writes.create(session, List.of(user)).getFirst();
    }

    @Override
    public UserWriteResult update(WriteSession session, UserChange change) {
        return updates.run(session, List.of(change)).getFirst();
    }

    @Override
    public UserWriteResult changeStatus(WriteSession session, UserId id, UserStatus status, int expectedVersion) {
        return writes.changeStatus(session, id, status, expectedVersion);
    }

    @Override
    public UserWriteResult saveProfile(WriteSession session, UserId id, UserProfile profile, int expectedVersion) {
        return writes.saveProfile(session, id, profile, expectedVersion);
    }

    @Override
    public UserWriteResult erase(WriteSession session, UserId id) {
        return writes.erase(session, id);
    }

    @Override
    public List<UserWriteResult> createBatch(WriteSession session, List<NewUser> users) {
        UserRepository.checkBatch(users);
        return writes.create(session, users);
    }

    @Override
    public List<UserWriteResult> updateBatch(WriteSession session, List<UserChange> changes) {
        UserRepository.checkBatch(changes);
        return updates.run(session, changes);
    }

    @Override
    public List<UserDeleteResult> deleteBatch(WriteSession session, List<UserId> users) {
        UserRepository.checkBatch(users);
        return writes.delete(session, users);
    }
}
