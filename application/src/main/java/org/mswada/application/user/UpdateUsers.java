package org.mswada.application.user;

import java.util.List;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.domain.user.Actor;
import org.mswada.domain.user.Permission;
import org.mswada.domain.user.UserChange;
import org.mswada.domain.user.UserRepository;

/** Changes many users, their roles too, each for itself. */
public final class UpdateUsers {
    private static final Operation UPDATE = Operation.write("user.update-batch");

    private final UserWriter writer;
    private final UserRepository users;

    /** Writes {@code users} in units of {@code units}. */
    public UpdateUsers(UnitOfWork units, UserRepository users) {
        this.writer = new UserWriter(units);
        this.users = users;
    }

    /** Changes up to {@link UserRepository#MAXIMUM_BATCH} users, none twice, and tells of each. */
    public UserBatchOutcome run(Actor actor, List<UserChange> batch) {
        for (Permission needed : List.of(Permission.EDIT_USER, Permission.CHANGE_ROLE)) {
            if (!actor.may(needed)) {
                return new UserBatchOutcome.Forbidden(needed);
            }
        }
        return new UserBatchOutcome.Tried(writer.write(UPDATE, session -> users.updateBatch(session, batch)));
    }
}
