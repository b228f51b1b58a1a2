package org.mswada.db.execution;

import java.util.Locale;
import java.util.stream.Collectors;
import org.mswada.db.execution.Decision.Outcome;
import org.mswada.db.execution.Decision.Retry;

/** Decides every failure by {@link FailureTable}: retry, circuit breaker and eviction all ask here. */
final class FailureClassifier {
    private FailureClassifier() {}

    /**
     * Decides one failure.
     *
     * @param idempotent whether a re-run is safe even when the unit may have been stored
     */
    static Decision decide(ReportedFailure failure, Phase phase, boolean idempotent) {
        FailureRow row = FailureTable.find(failure, phase);
        boolean unknown = row.doubt().leavesOpen(phase) || (phase.isCommitSent() && !failure.replied());
        Retry retry = row.rerun().retry(idempotent);
        return new Decision(unknown ? FailureKind.UNKNOWN_OUTCOME : row.kind(),
                unknown && !idempotent ? Retry.NEVER : retry, unknown ? Outcome.UNKNOWN : Outcome.NOTHING_STORED,
                row.breaker() == FailureRow.Breaker.COUNTED, row.disposal());
    }

    /** Returns the table as Markdown, for docs/resilience.md. */
    static String markdown() {
        return """
                | SQLSTATE | what it says | becomes | run again | outcome | circuit breaker | connection |
                |---|---|---|---|---|---|---|
                """ + FailureTable.ROWS.stream().map(FailureClassifier::line).collect(Collectors.joining());
    }

    private static String line(FailureRow row) {
        return "| " + String.join(", ", row.states()) + " | " + row.reason() + " | " + "`"
                + row.kind().exception().getSimpleName() + "`" + " | "
                + words(row.rerun()) + " | " + outcome(row.doubt()) + " | " + words(row.breaker()) + " | "
                + words(row.disposal()) + " |\n";
    }

    private static String outcome(FailureRow.Doubt doubt) {
        return switch (doubt) {
            case NONE -> "nothing stored";
            case AT_POSITION -> "unknown once the position was asked for";
            case AT_COMMIT -> "unknown once COMMIT was sent";
            case ALWAYS -> "unknown";
        };
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
