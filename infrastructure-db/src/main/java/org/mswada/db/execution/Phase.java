package org.mswada.db.execution;

/** How far a unit of work had come when it failed. */
enum Phase {
    /** It had no connection yet: nothing was done. */
    CONNECTING,
    /** It had a connection, and nothing it did can be stored: a COMMIT was not sent, or the unit only reads. */
    IN_UNIT,
    /** COMMIT was sent, or a statement that writes was sent in autocommit, and no success came back. */
    COMMIT_SENT,
    /**
     * COMMIT was sent together with the question for the position after it, and the server does not call the transaction
     * failed: what failed may be the question, after a COMMIT that succeeded.
     */
    COMMIT_AND_POSITION_SENT;

    boolean isCommitSent() {
        return this == COMMIT_SENT || this == COMMIT_AND_POSITION_SENT;
    }
}
