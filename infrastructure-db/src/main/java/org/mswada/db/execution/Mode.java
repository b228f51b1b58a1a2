package org.mswada.db.execution;

/** How a unit runs on the wire. */
public enum Mode {
    /** Autocommit: each statement its own snapshot, one round trip a statement. */
    READ(false),
    /** A read-only REPEATABLE READ transaction: one snapshot for all statements. */
    SNAPSHOT(false),
    /** A transaction. */
    WRITE(true),
    /** One writing statement in autocommit. */
    SINGLE_WRITE(true);

    private final boolean writes;

    Mode(boolean writes) {
        this.writes = writes;
    }

    boolean writes() {
        return writes;
    }
}
