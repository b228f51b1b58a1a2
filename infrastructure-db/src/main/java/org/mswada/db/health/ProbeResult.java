package org.mswada.db.health;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a probe found.
 *
 * @param reachable whether the server is there: it answered, or refused to
 * @param facts what it said of itself; null when it said nothing or refused to
 * @param latency how long the answer took
 * @param sampledNanos {@link System#nanoTime} before the question was sent: what was answered is at least as new
 * @param trouble why it did not answer, or refused to; null when all is well
 */
public record ProbeResult(boolean reachable, @Nullable ServerFacts facts, Duration latency, long sampledNanos,
        @Nullable String trouble) {
    /** Nothing was asked yet. */
    public static final ProbeResult NONE = new ProbeResult(false, null, Duration.ZERO, 0, "not asked yet");

    /** Returns by when it was answered. */
    long answeredNanos() {
        return sampledNanos + latency.toNanos();
    }

    /** Returns whether it said that it is a standby. */
    public boolean inRecovery() {
        return facts != null && facts.inRecovery();
    }
}
