package org.mswada.application.user;

import java.util.List;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.domain.user.Actor;
import org.mswada.domain.user.NewUser;
import org.mswada.domain.user.Permission;
import org.mswada.domain.user.UserRepository;

/** Stores many users, each for itself. */
public final class CreateUsers {
    private static final Operation CREATE = Operation.write("user.create-batch");

    private final UserWriter writer;
    private final UserRepository users;

    /** Writes {@code users} in units of {@code units}. */
    public CreateUsers(UnitOfWork units, UserRepository users) {
        this.writer = new UserWriter(units);
        this.users = users;
    }

    /** Stores up to {@link UserRepository#MAXIMUM_BATCH} users and tells of each. */
    public UserBatchOutcome run(Actor actor, List<NewUser> batch) {
        return actor.may(Permission.CREATE_USER)
                ? new UserBatchOutcome.Tried(writer.write(CREATE, session -> users.createBatch(session, batch)))
                : new UserBatchOutcome.Forbidden(Permission.CREATE_USER);
    }
}
