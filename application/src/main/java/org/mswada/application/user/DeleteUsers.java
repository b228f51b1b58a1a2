package org.mswada.application.user;

import java.util.List;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.domain.user.Actor;
import org.mswada.domain.user.Permission;
import org.mswada.domain.user.UserDeleteResult;
import org.mswada.domain.user.UserId;
import org.mswada.domain.user.UserRepository;

/** Deletes users with all that belongs to them. To keep what refers to them whole, erase them instead. */
public final class DeleteUsers {
    private static final Operation DELETE = Operation.write("user.delete-batch");

    private final UserWriter writer;
    private final UserRepository users;

    /** Writes {@code users} in units of {@code units}. */
    public DeleteUsers(UnitOfWork units, UserRepository users) {
        this.writer = new UserWriter(units);
        this.users = users;
    }

    /** Deletes up to {@link UserRepository#MAXIMUM_BATCH} users and tells of each. */
    public Outcome run(Actor actor, List<UserId> batch) {
        return actor.may(Permission.DELETE_USER)
                ? new Outcome.Tried(writer.write(DELETE, session -> users.deleteBatch(session, batch)))
                : new Outcome.Forbidden(Permission.DELETE_USER);
    }

    /** What became of it. */
    public sealed interface Outcome {
        /** It was tried, with these results in the order given. */
        record Tried(List<UserDeleteResult> results) implements Outcome {
            /** Copies the results. */
            public Tried {
                results = List.copyOf(results);
            }
        }

        /** Who asked may not do this. */
        record Forbidden(Permission needed) implements Outcome {}
    }
}
