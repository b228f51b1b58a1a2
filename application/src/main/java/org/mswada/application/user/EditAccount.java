package org.mswada.application.user;

import java.util.function.UnaryOperator;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.domain.storage.WriteSession;
import org.mswada.domain.user.Actor;
import org.mswada.domain.user.Permission;
import org.mswada.domain.user.User;
import org.mswada.domain.user.UserChange;
import org.mswada.domain.user.UserDetails;
import org.mswada.domain.user.UserRepository;
import org.mswada.domain.user.UserStatus;
import org.mswada.domain.user.UserWriteResult;

/** Changes some of the actor's own details, and leaves the rest as it is: the role always. */
public final class EditAccount {
    private static final Operation EDIT = Operation.write("user.edit-account");

    private final UserWriter writer;
    private final UserRepository users;

    /** Writes {@code users} in units of {@code units}. */
    public EditAccount(UnitOfWork units, UserRepository users) {
        this.writer = new UserWriter(units);
        this.users = users;
    }

    /**
     * Edits the actor's account, if nobody has changed it since {@code expectedVersion}.
     *
     * @param change makes of what there is what there is to be; it may run more than once
     */
    public UserChangeOutcome edit(Actor actor, int expectedVersion, UnaryOperator<UserDetails> change) {
        if (!actor.may(Permission.EDIT_SELF)) {
            return new UserChangeOutcome.Forbidden(Permission.EDIT_SELF);
        }
        return new UserChangeOutcome.Tried(writer.write(EDIT, session -> users.findById(session, actor.user())
                .map(user -> edit(session, user, expectedVersion, change)).orElseGet(UserWriteResult.Missing::new)));
    }

    private UserWriteResult edit(WriteSession session, User user, int expectedVersion,
            UnaryOperator<UserDetails> change) {
        if (user.status() == UserStatus.ERASED) {
            return new UserWriteResult.Erased();
        }
        if (user.version() != expectedVersion) {
            return new UserWriteResult.Stale(user.version());
        }
        UserDetails details = change.apply(user.details()).withRole(user.details().role());
        return users.update(session, new UserChange(user.id(), details, expectedVersion));
    }
}
