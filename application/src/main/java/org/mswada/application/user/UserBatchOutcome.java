package org.mswada.application.user;

import java.util.List;
import org.mswada.domain.user.Permission;
import org.mswada.domain.user.UserWriteResult;

/** What became of the wish to store or change many users. */
public sealed interface UserBatchOutcome {
    /** It was tried, with these results in the order given. */
    record Tried(List<UserWriteResult> results) implements UserBatchOutcome {
        /** Copies the results. */
        public Tried {
            results = List.copyOf(results);
        }
    }

    /** Who asked may not do this. */
    record Forbidden(Permission needed) implements UserBatchOutcome {}
}
