package org.mswada.db.health;

import java.time.Duration;

/** When a probe asks next. For one thread. */
final class ProbePace {
    /** Between two questions of one that somebody waits for. */
    static final Duration LEAST = Duration.ofMillis(5);
    /** Between two while nothing comes back: a frozen server has to sign in all who knocked, when it goes on. */
    static final Duration WHILE_SILENT = Duration.ofMillis(500);
    /** How long it may be silent before it is asked less often. */
    static final Duration SILENT_FOR = Duration.ofSeconds(2);

    private boolean isSilent;
    private long silentSinceNanos;

    /** Returns how long to wait from the beginning of that question on, when nobody, and when somebody, waits for the next. */
    Waits after(ProbeResult answer, boolean wasSilence, long now) {
        if (wasSilence && !isSilent) {
            silentSinceNanos = now;
        }
        isSilent = wasSilence;
        if (answer.reachable()) {
            // Signing in is dear: one that refuses it is not asked more often, whoever waits.
            return new Waits(NodeProbe.INTERVAL, answer.facts() == null ? NodeProbe.INTERVAL : LEAST);
        }
        return isSilent && now - silentSinceNanos >= SILENT_FOR.toNanos()
                ? new Waits(WHILE_SILENT, WHILE_SILENT)
                : new Waits(NodeProbe.INTERVAL_WHILE_AWAY, NodeProbe.INTERVAL_WHILE_AWAY);
    }

    /**
     * How long to wait.
     *
     * @param usual when nobody waits
     * @param wanted when somebody does
     */
    record Waits(Duration usual, Duration wanted) {}
}
