package org.mswada.application.user;

import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.domain.user.Actor;
import org.mswada.domain.user.Permission;
import org.mswada.domain.user.UserProfile;
import org.mswada.domain.user.UserRepository;

/** Replaces what a user tells of themselves. */
public final class SaveProfile {
    private static final Operation SAVE = Operation.write("user.save-profile");

    private final UserWriter writer;
    private final UserRepository users;

    /** Writes {@code users} in units of {@code units}. */
    public SaveProfile(UnitOfWork units, UserRepository users) {
        this.writer = new UserWriter(units);
        this.users = users;
    }

    /** Replaces the actor's own profile, if nobody has changed the actor's account since {@code expectedVersion}. */
    public UserChangeOutcome run(Actor actor, int expectedVersion, UserProfile profile) {
        return actor.may(Permission.EDIT_SELF)
                ? new UserChangeOutcome.Tried(writer.write(SAVE,
                        session -> users.saveProfile(session, actor.user(), profile, expectedVersion)))
                : new UserChangeOutcome.Forbidden(Permission.EDIT_SELF);
    }
}
