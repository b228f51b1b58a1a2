package org.mswada.http;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.storage.ReadSession;
import org.mswada.domain.storage.WriteSession;
import org.mswada.domain.user.Anonymity;
import org.mswada.domain.user.EmailAddress;
import org.mswada.domain.user.NewUser;
import org.mswada.domain.user.OidcSubject;
import org.mswada.domain.user.Role;
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
    static final Comparator<UserId> ORDER = Comparator.comparing(id -> id.value().toString());
    private static final UserDetails NOBODY = new UserDetails(null, null, Role.CITIZEN, null, Anonymity.ANONYMOUS);

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
    public Optional<User> findByEmail(ReadSession session, EmailAddress email) {
        return users.values().stream().filter(user -> has(user, email)).findFirst();
    }

    private static boolean has(User user, EmailAddress email) {
        EmailAddress own = user.details().email();
        return own != null && own.value().equalsIgnoreCase(email.value());
    }

    @Override
    public UserPage list(ReadSession session, UserFilter filter, @Nullable UserId after, int limit) {
        List<User> rest = users.values().stream().filter(user -> passes(user, filter))
                .filter(user -> after == null || ORDER.compare(user.id(), after) > 0)
                .sorted(Comparator.comparing(User::id, ORDER)).toList();
        return new UserPage(rest.stream().limit(UserPage.checkLimit(limit)).toList(),
                rest.size() > limit ? rest.get(limit - 1).id() : null);
    }

    private static boolean passes(User user, UserFilter filter) {
        return (filter.role() == null || filter.role() == user.details().role())
                && (filter.area() == null || filter.area().equals(user.details().area()))
                && (filter.status() == null || filter.status() == user.status());
    }

    @Override
    public synchronized UserWriteResult create(WriteSession session, NewUser user) {
        Optional<User> same = findBySubject(session, user.subject());
        if (same.isPresent()) {
            return new UserWriteResult.SubjectTaken(same.get().id());
        }
        UserId holder = holder(user.id(), user.details());
        if (holder != null) {
            return new UserWriteResult.EmailTaken(holder);
        }
        store(user.id(), user.subject(), user.details(), UserStatus.ACTIVE, 1);
        return new UserWriteResult.Written(user.id(), 1);
    }

    private @Nullable UserId holder(UserId self, UserDetails details) {
        EmailAddress email = details.email();
        return email == null
                ? null
                : users.values().stream().filter(user -> !user.id().equals(self) && has(user, email)).map(User::id)
                        .findFirst().orElse(null);
    }

    @Override
    public synchronized UserWriteResult update(WriteSession session, UserChange change) {
        UserWriteResult refusal = refusal(change.id(), change.expectedVersion());
        UserId holder = holder(change.id(), change.details());
        if (refusal != null || holder != null) {
            return refusal == null ? new UserWriteResult.EmailTaken(holder) : refusal;
        }
        return store(users.get(change.id()), change.details(), users.get(change.id()).status());
    }

    @Override
    public synchronized UserWriteResult changeStatus(WriteSession session, UserId id, UserStatus status,
            int expectedVersion) {
        if (status == UserStatus.ERASED) {
            throw new IllegalArgumentException("a user is erased by erase");
        }
        UserWriteResult refusal = refusal(id, expectedVersion);
        return refusal == null ? store(users.get(id), users.get(id).details(), status) : refusal;
    }

    @Override
    public synchronized UserWriteResult saveProfile(WriteSession session, UserId id, UserProfile profile,
            int expectedVersion) {
        UserWriteResult refusal = refusal(id, expectedVersion);
        if (refusal != null) {
            return refusal;
        }
        profiles.put(id, profile);
        return store(users.get(id), users.get(id).details(), users.get(id).status());
    }

    private @Nullable UserWriteResult refusal(UserId id, int expectedVersion) {
        User stored = users.get(id);
        if (stored == null) {
            return new UserWriteResult.Missing();
        }
        if (stored.status() == UserStatus.ERASED) {
            return new UserWriteResult.Erased();
        }
        return stored.version() == expectedVersion ? null : new UserWriteResult.Stale(stored.version());
    }

    @Override
    public synchronized UserWriteResult erase(WriteSession session, UserId id) {
        User user = users.get(id);
        if (user == null) {
            return new UserWriteResult.Missing();
        }
        if (user.status() != UserStatus.ERASED) {
            store(id, null, NOBODY, UserStatus.ERASED, user.version() + 1);
            profiles.remove(id);
        }
        return new UserWriteResult.Written(id, users.get(id).version());
    }

    private UserWriteResult store(User before, UserDetails details, UserStatus status) {
        store(before.id(), before.subject(), details, status, before.version() + 1);
        return new UserWriteResult.Written(before.id(), before.version() + 1);
    }

    private void store(UserId id, @Nullable OidcSubject subject, UserDetails details, UserStatus status, int version) {
        users.put(id, new User(id, subject, details, status, version, EPOCH, EPOCH));
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
        return batch.stream().map(users::remove)
                .map(user -> user == null ? UserDeleteResult.MISSING : UserDeleteResult.DELETED).toList();
    }

    private static UnsupportedOperationException notNeeded() {
        return new UnsupportedOperationException("nobody here asks for that");
    }
}
