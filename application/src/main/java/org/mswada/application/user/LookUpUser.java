package org.mswada.application.user;

import java.util.Optional;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.domain.user.Actor;
import org.mswada.domain.user.EmailAddress;
import org.mswada.domain.user.Guarded;
import org.mswada.domain.user.Permission;
import org.mswada.domain.user.User;
import org.mswada.domain.user.UserRepository;

/** Finds a user by what others know of them. */
public final class LookUpUser {
    private static final Operation LOOK_UP = Operation.read("user.look-up");

    private final UnitOfWork units;
    private final UserRepository users;

    /** Reads {@code users} in units of {@code units}. */
    public LookUpUser(UnitOfWork units, UserRepository users) {
        this.units = units;
        this.users = users;
    }

    /** Finds who has this e-mail address, in whatever case. */
    public Guarded<Optional<User>> byEmail(Actor actor, EmailAddress email) {
        return actor.may(Permission.READ_USERS)
                ? new Guarded.Done<>(units.read(LOOK_UP, session -> users.findByEmail(session, email)))
                : new Guarded.Forbidden<>(Permission.READ_USERS);
    }
}
