package org.mswada.db.health;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Whether a standby keeps up, with hysteresis, so that none goes in and out all the time. For one thread at a time. */
final class StandbyFitness {
    private final ClusterLimits limits;
    private boolean keepsUp;
    private boolean slow;
    private int slowInARow;
    private int goodInARow;
    private @Nullable Lag lag;

    StandbyFitness(ClusterLimits limits) {
        this.limits = limits;
    }

    /** Whatever was known is no longer so: it must be measured again. */
    void forget() {
        keepsUp = false;
        slow = false;
        slowInARow = 0;
        goodInARow = 0;
        lag = null;
    }

    void measured(Lag now) {
        lag = now;
        if (keepsUp) {
            keepsUp = !now.reaches(limits.lag(), limits.lagBytes());
        } else {
            keepsUp = now.isKnown() && !now.reaches(limits.lag().dividedBy(2), limits.lagBytes() / 2);
        }
    }

    void answered(Duration latency, Duration latencyOfWriter) {
        boolean slowNow = latency.compareTo(limits.slow()) > 0
                && latency.compareTo(latencyOfWriter.multipliedBy(ClusterLimits.SLOWER_THAN_WRITER)) > 0;
        slowInARow = slowNow ? slowInARow + 1 : 0;
        goodInARow = slowNow ? 0 : goodInARow + 1;
        slow = slow ? goodInARow < ClusterLimits.GOOD_IN_A_ROW : slowInARow >= ClusterLimits.SLOW_IN_A_ROW;
    }

    boolean isFit() {
        return keepsUp && !slow;
    }

    boolean keepsUp() {
        return keepsUp;
    }

    boolean isSlow() {
        return slow;
    }

    /** Null when it was not measured. */
    @Nullable
    Lag lag() {
        return lag;
    }
}
