package org.mswada.application.user;

import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.domain.user.Actor;
import org.mswada.domain.user.Guarded;
import org.mswada.domain.user.Permission;
import org.mswada.domain.user.UserCount;
import org.mswada.domain.user.UserFilter;
import org.mswada.domain.user.UserRepository;

/** Counts users. */
public final class CountUsers {
    private static final Operation COUNT = Operation.read("user.count");

    private final UnitOfWork units;
    private final UserRepository users;

    /** Reads {@code users} in units of {@code units}. */
    public CountUsers(UnitOfWork units, UserRepository users) {
        this.units = units;
        this.users = users;
    }

    /** Counts, but no further than {@code limit}. */
    public Guarded<UserCount> upTo(Actor actor, UserFilter filter, int limit) {
        return actor.may(Permission.READ_USERS)
                ? new Guarded.Done<>(units.read(COUNT, session -> users.count(session, filter, limit)))
                : new Guarded.Forbidden<>(Permission.READ_USERS);
    }
}
