package org.mswada.application.user;

import org.mswada.domain.user.Actor;

/** What came of signing in. */
public sealed interface SignInOutcome {
    /** They are known here, and act as this. */
    record SignedIn(Actor actor) implements SignInOutcome {}

    /** They are known here, and may not act. */
    record Suspended() implements SignInOutcome {}
}
