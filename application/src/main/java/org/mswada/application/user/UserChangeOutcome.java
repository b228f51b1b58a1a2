package org.mswada.application.user;

import org.mswada.domain.user.Permission;
import org.mswada.domain.user.UserWriteResult;

/** What became of the wish to store, change or erase a user. */
public sealed interface UserChangeOutcome {
    /** It was tried, with this result. */
    record Tried(UserWriteResult result) implements UserChangeOutcome {}

    /** Who asked may not do this. */
    record Forbidden(Permission needed) implements UserChangeOutcome {}
}
