package org.mswada.application.user;

import java.util.Optional;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.domain.user.Actor;
import org.mswada.domain.user.Guarded;
import org.mswada.domain.user.Permission;
import org.mswada.domain.user.User;
import org.mswada.domain.user.UserId;
import org.mswada.domain.user.UserRepository;

/** Finds a user. */
public final class GetUser {
    private static final Operation GET = Operation.read("user.get");

    private final UnitOfWork units;
    private final UserRepository users;

    /** Reads {@code users} in units of {@code units}. */
    public GetUser(UnitOfWork units, UserRepository users) {
        this.units = units;
        this.users = users;
    }

    /** Finds a user by the id. */
    public Guarded<Optional<User>> byId(Actor actor, UserId id) {
        return actor.may(Permission.READ_USERS)
                ? new Guarded.Done<>(units.read(GET, session -> users.findById(session, id)))
                : new Guarded.Forbidden<>(Permission.READ_USERS);
    }
}
