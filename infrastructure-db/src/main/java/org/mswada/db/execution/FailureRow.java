package org.mswada.db.execution;

import java.util.List;
import org.mswada.db.execution.Decision.Disposal;
import org.mswada.db.execution.Decision.Retry;

/** One row of {@link FailureTable}. */
record FailureRow(List<String> states, FailureKind kind, Rerun rerun, Doubt doubt, Breaker breaker, Disposal disposal,
        String reason) {

    /** Whether the unit may run again when it is known that nothing was stored. */
    enum Rerun {
        NEVER, ONCE, WHILE_DEADLINE,
        /** Only on another server, if the unit reads: it is this one that does not do well. */
        ELSEWHERE,
        /** While the deadline allows, if the unit is idempotent. */
        IF_IDEMPOTENT;

        Retry retry(boolean idempotent) {
            return switch (this) {
                case NEVER -> Retry.NEVER;
                case ONCE -> Retry.ONCE;
                case WHILE_DEADLINE -> Retry.WHILE_DEADLINE;
                case ELSEWHERE -> Retry.ELSEWHERE;
                case IF_IDEMPOTENT -> idempotent ? Retry.WHILE_DEADLINE : Retry.NEVER;
            };
        }
    }

    /** When the failure leaves open whether the unit was stored. */
    enum Doubt {
        /** Never: it is the server's word that the transaction was rolled back. */
        NONE,
        /** Once COMMIT was sent together with the question for the position: that may have failed, after the COMMIT. */
        AT_POSITION,
        /** Once COMMIT was sent: it may come in place of an answer. */
        AT_COMMIT,
        /** As soon as there is a connection. */
        ALWAYS;

        boolean leavesOpen(Phase phase) {
            return switch (phase) {
                case CONNECTING -> false;
                case IN_UNIT -> this == ALWAYS;
                case COMMIT_SENT -> this == ALWAYS || this == AT_COMMIT;
                case COMMIT_AND_POSITION_SENT -> this != NONE;
            };
        }
    }

    /** Whether the failure says that the node is sick. */
    enum Breaker {
        COUNTED, IGNORED
    }
}
