package org.mswada.db.execution;

/**
 * What to do about one failure.
 *
 * @param kind what it becomes for the caller
 * @param retry whether the whole unit may run again, in a new transaction
 * @param outcome what is known of the unit's effects
 * @param countsForBreaker whether it says that the node is sick
 * @param disposal what becomes of the connection; one on which we sent a cancel request goes in any case
 */
record Decision(FailureKind kind, Retry retry, Outcome outcome, boolean countsForBreaker, Disposal disposal) {

    /** How often the unit may run again. */
    enum Retry {
        NEVER,
        /** Only if it is the unit's first failure. */
        ONCE,
        /** As long as the deadline and the retry budget allow. */
        WHILE_DEADLINE,
        /** Only on another server, where the unit reads and there is one. */
        ELSEWHERE
    }

    /** What is known of the unit's effects. */
    enum Outcome {
        NOTHING_STORED, UNKNOWN
    }

    /** What becomes of the connection. */
    enum Disposal {
        KEEP, EVICT
    }
}
