package org.mswada.application.tracking;

import org.mswada.domain.user.Permission;

/** What became of the wish to change what one follows. */
public sealed interface ChangeOutcome {
    /** It is as wished. */
    record Done() implements ChangeOutcome {}

    /** The user does not follow it. */
    record NotFollowed() implements ChangeOutcome {}

    /** Who asked may not do this. */
    record Forbidden(Permission needed) implements ChangeOutcome {}

    /** Says whether it was followed. */
    static ChangeOutcome of(boolean followed) {
        return followed ? new Done() : new NotFollowed();
    }
}
