package org.mswada.db.health;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a probe found.
 *
 * @param reachable whether the node answered
 * @param inRecovery whether it is a standby; meaningless when it did not answer
 * @param latency how long the answer took
 * @param trouble why it did not answer, or refused to; null when all is well
 */
public record ProbeResult(boolean reachable, boolean inRecovery, Duration latency, @Nullable String trouble) {
    /** Nothing was asked yet. */
    public static final ProbeResult NONE = new ProbeResult(false, false, Duration.ZERO, "not asked yet");
}
