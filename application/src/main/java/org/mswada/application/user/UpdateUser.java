package org.mswada.application.user;

import java.util.Optional;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.domain.user.Actor;
import org.mswada.domain.user.Permission;
import org.mswada.domain.user.User;
import org.mswada.domain.user.UserChange;
import org.mswada.domain.user.UserRepository;
import org.mswada.domain.user.UserWriteResult;

/** Changes a user: one's own details, or those of anybody. Another role needs a right of its own. */
public final class UpdateUser {
    private static final Operation UPDATE = Operation.write("user.update");

    private final UserWriter writer;
    private final UserRepository users;

    /** Writes {@code users} in units of {@code units}. */
    public UpdateUser(UnitOfWork units, UserRepository users) {
        this.writer = new UserWriter(units);
        this.users = users;
    }

    /** Changes a user, if nobody has since the change's expected version. */
    public UserChangeOutcome run(Actor actor, UserChange change) {
        if (!actor.may(Permission.EDIT_SELF, Permission.EDIT_USER, change.id())) {
            return new UserChangeOutcome.Forbidden(Permission.EDIT_USER);
        }
        return writer.write(UPDATE, session -> {
            Optional<User> stored = users.findById(session, change.id());
            if (stored.isEmpty()) {
                return new UserChangeOutcome.Tried(new UserWriteResult.Missing());
            }
            boolean newRole = stored.get().details().role() != change.details().role();
            return newRole && !actor.may(Permission.CHANGE_ROLE)
                    ? new UserChangeOutcome.Forbidden(Permission.CHANGE_ROLE)
                    : new UserChangeOutcome.Tried(users.update(session, change));
        });
    }
}
