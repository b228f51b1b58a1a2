package org.mswada.application.user;

import java.util.List;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.domain.user.Actor;
import org.mswada.domain.user.Guarded;
import org.mswada.domain.user.Permission;
import org.mswada.domain.user.User;
import org.mswada.domain.user.UserRepository;

/** Searches users by name and address. */
public final class SearchUsers {
    private static final Operation SEARCH = Operation.read("user.search");

    private final UnitOfWork units;
    private final UserRepository users;

    /** Reads {@code users} in units of {@code units}. */
    public SearchUsers(UnitOfWork units, UserRepository users) {
        this.units = units;
        this.users = users;
    }

    /** Returns the users who are most like this, the best first. */
    public Guarded<List<User>> byText(Actor actor, String text, int limit) {
        return actor.may(Permission.READ_USERS)
                ? new Guarded.Done<>(units.snapshot(SEARCH, session -> users.search(session, text, limit)))
                : new Guarded.Forbidden<>(Permission.READ_USERS);
    }
}
