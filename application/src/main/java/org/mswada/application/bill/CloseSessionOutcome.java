package org.mswada.application.bill;

import org.mswada.domain.user.Permission;

/** What became of a session that was to be closed. */
public sealed interface CloseSessionOutcome {
    /**
     * It is closed.
     *
     * @param lapsed how many bills were still open and have lapsed
     */
    record Closed(int lapsed) implements CloseSessionOutcome {}

    /** It is not closed, for it began later than that day. */
    record NotBegun() implements CloseSessionOutcome {}

    /** There is no such session. */
    record UnknownSession() implements CloseSessionOutcome {}

    /**
     * Nothing is closed, for who asked may not do this.
     *
     * @param needed what they may not do
     */
    record Forbidden(Permission needed) implements CloseSessionOutcome {}
}
