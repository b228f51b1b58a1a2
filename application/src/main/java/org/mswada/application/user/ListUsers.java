package org.mswada.application.user;

import org.jspecify.annotations.Nullable;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.domain.user.Actor;
import org.mswada.domain.user.Guarded;
import org.mswada.domain.user.Permission;
import org.mswada.domain.user.UserFilter;
import org.mswada.domain.user.UserId;
import org.mswada.domain.user.UserPage;
import org.mswada.domain.user.UserRepository;

/** Lists users by the time at which they came. */
public final class ListUsers {
    private static final Operation LIST = Operation.read("user.list");

    private final UnitOfWork units;
    private final UserRepository users;

    /** Reads {@code users} in units of {@code units}. */
    public ListUsers(UnitOfWork units, UserRepository users) {
        this.units = units;
        this.users = users;
    }

    /** Returns the part of the list after a user, or with null the first, with at most {@code limit} users. */
    public Guarded<UserPage> page(Actor actor, UserFilter filter, @Nullable UserId after, int limit) {
        return actor.may(Permission.READ_USERS)
                ? new Guarded.Done<>(units.read(LIST, session -> users.list(session, filter, after, limit)))
                : new Guarded.Forbidden<>(Permission.READ_USERS);
    }
}
