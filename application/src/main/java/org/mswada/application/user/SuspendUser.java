package org.mswada.application.user;

import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.domain.user.Actor;
import org.mswada.domain.user.Permission;
import org.mswada.domain.user.UserId;
import org.mswada.domain.user.UserRepository;
import org.mswada.domain.user.UserStatus;

/** Keeps a user from acting, or lets them act again. */
public final class SuspendUser {
    private static final Operation SUSPEND = Operation.write("user.suspend");

    private final UserWriter writer;
    private final UserRepository users;

    /** Writes {@code users} in units of {@code units}. */
    public SuspendUser(UnitOfWork units, UserRepository users) {
        this.writer = new UserWriter(units);
        this.users = users;
    }

    /** Suspends a user or, with false, lets them act again, if nobody has changed them since {@code expectedVersion}. */
    public UserChangeOutcome run(Actor actor, UserId id, boolean suspended, int expectedVersion) {
        UserStatus status = suspended ? UserStatus.SUSPENDED : UserStatus.ACTIVE;
        return actor.may(Permission.SUSPEND_USER)
                ? new UserChangeOutcome.Tried(writer.write(SUSPEND,
                        session -> users.changeStatus(session, id, status, expectedVersion)))
                : new UserChangeOutcome.Forbidden(Permission.SUSPEND_USER);
    }
}
