package org.mswada.application.user;

import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.domain.user.Actor;
import org.mswada.domain.user.Permission;
import org.mswada.domain.user.UserId;
import org.mswada.domain.user.UserRepository;

/** Removes all personal data of a user: of oneself, or of anybody who asks for it. */
public final class EraseUser {
    private static final Operation ERASE = Operation.write("user.erase").repeatable();

    private final UserWriter writer;
    private final UserRepository users;

    /** Writes {@code users} in units of {@code units}. */
    public EraseUser(UnitOfWork units, UserRepository users) {
        this.writer = new UserWriter(units);
        this.users = users;
    }

    /** Erases a user. */
    public UserChangeOutcome run(Actor actor, UserId id) {
        return actor.may(Permission.ERASE_SELF, Permission.ERASE_USER, id)
                ? new UserChangeOutcome.Tried(writer.write(ERASE, session -> users.erase(session, id)))
                : new UserChangeOutcome.Forbidden(Permission.ERASE_USER);
    }
}
