package org.mswada.http;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.storage.ReadSession;
import org.mswada.domain.storage.WriteSession;
import org.mswada.domain.user.EmailAddress;
import org.mswada.domain.user.NewUser;
import org.mswada.domain.user.OidcSubject;
import org.mswada.domain.user.User;
import org.mswada.domain.user.UserChange;
import org.mswada.domain.user.UserCount;
import org.mswada.domain.user.UserDeleteResult;
import org.mswada.domain.user.UserDetails;
import org.mswada.domain.user.UserFilter;
import org.mswada.domain.user.UserId;
import org.mswada.domain.user.UserPage;
import org.mswada.domain.user.UserProfile;
import org.mswada.domain.user.UserRepository;
import org.mswada.domain.user.UserStatus;
import org.mswada.domain.user.UserWriteResult;

/** Users as far as those who sign in need them. */
final class InMemoryUsers implements UserRepository {
    private static final Instant EPOCH = Instant.EPOCH;

    final Map<UserId, User> users = new ConcurrentHashMap<>();
    private final Map<UserId, UserProfile> profiles = new ConcurrentHashMap<>();

    @Override
    public Optional<User> findById(ReadSession session, UserId id) {
        return Optional.ofNullable(users.get(id));
    }

    @Override
    public Optional<User> findBySubject(ReadSession session, OidcSubject subject) {
        return users.values().stream().filter(user -> subject.equals(user.subject())).findFirst();
    }

    @Override
    public Map<UserId, UserProfile> profiles(ReadSession session, Collection<UserId> ids) {
        Map<UserId, UserProfile> found = new ConcurrentHashMap<>(profiles);
        found.keySet().retainAll(ids);
        return found;
    }

    @Override
    public synchronized UserWriteResult create(WriteSession session, NewUser user) {
        Optional<User> same = findBySubject(session, user.subject());
        if (same.isPresent()) {
            return new UserWriteResult.SubjectTaken(same.get().id());
        }
        store(user.id(), user.subject(), user.details(), UserStatus.ACTIVE, 1);
        return new UserWriteResult.Written(user.id(), 1);
    }

    @Override
    public synchronized UserWriteResult update(WriteSession session, UserChange change) {
        User user = users.get(change.id());
        if (user == null) {
            return new UserWriteResult.Missing();
        }
        if (user.version() != change.expectedVersion()) {
            return new UserWriteResult.Stale(user.version());
        }
        for (User other : new ArrayList<>(users.values())) {
            if (!other.id().equals(user.id()) && change.details().email() != null
                    && change.details().email().equals(other.details().email())) {
                return new UserWriteResult.EmailTaken(other.id());
            }
        }
        store(user.id(), user.subject(), change.details(), user.status(), user.version() + 1);
        return new UserWriteResult.Written(user.id(), user.version() + 1);
    }

    @Override
    public synchronized UserWriteResult changeStatus(WriteSession session, UserId id, UserStatus status,
            int expectedVersion) {
        User user = users.get(id);
        store(id, user.subject(), user.details(), status, user.version() + 1);
        return new UserWriteResult.Written(id, user.version() + 1);
    }

    @Override
    public UserWriteResult saveProfile(WriteSession session, UserId id, UserProfile profile) {
        profiles.put(id, profile);
        return new UserWriteResult.Written(id, users.get(id).version());
    }

    @Override
    public synchronized UserWriteResult erase(WriteSession session, UserId id) {
        User user = users.get(id);
        store(id, null, user.details(), UserStatus.ERASED, user.version() + 1);
        profiles.remove(id);
        return new UserWriteResult.Written(id, user.version() + 1);
    }

    private void store(UserId id, @Nullable OidcSubject subject, UserDetails details, UserStatus status, int version) {
        users.put(id, new User(id, subject, details, status, version, EPOCH, EPOCH));
    }

    @Override
    public Optional<User> findByEmail(ReadSession session, EmailAddress email) {
        throw notNeeded();
    }

    @Override
    public UserPage list(ReadSession session, UserFilter filter, @Nullable UserId after, int limit) {
        throw notNeeded();
    }

    @Override
    public List<User> search(ReadSession session, String text, int limit) {
        throw notNeeded();
    }

    @Override
    public UserCount count(ReadSession session, UserFilter filter, int limit) {
        throw notNeeded();
    }

    @Override
    public List<UserWriteResult> createBatch(WriteSession session, List<NewUser> batch) {
        throw notNeeded();
    }

    @Override
    public List<UserWriteResult> updateBatch(WriteSession session, List<UserChange> changes) {
        throw notNeeded();
    }

    @Override
    public List<UserDeleteResult> deleteBatch(WriteSession session, List<UserId> batch) {
        throw notNeeded();
    }

    private static UnsupportedOperationException notNeeded() {
        return new UnsupportedOperationException("nobody here asks for that");
    }
}
