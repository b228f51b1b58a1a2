package org.mswada.db.execution;

import java.time.Duration;

/** How fast permits are handed over to those who wait, to tell others how long that will take. Guarded by the permit's lock. */
final class HandOverPace {
    private static final Duration LONGEST_ESTIMATE = Duration.ofSeconds(30);
    private static final int SMOOTHING = 16;

    private long last;
    private long meanInterval;

    /** Somebody begins to wait where nobody did. */
    void begin(long now) {
        last = now;
    }

    void handedOver(long now) {
        long interval = now - last;
        meanInterval = meanInterval == 0 ? interval : meanInterval + (interval - meanInterval) / SMOOTHING;
        last = now;
    }

    /** Returns how long one waits who has so many before; never more than 30 s. */
    Duration estimate(int waiting, long now) {
        Duration estimate = Duration.ofNanos(Math.max(meanInterval, now - last)).multipliedBy(waiting);
        return estimate.compareTo(LONGEST_ESTIMATE) > 0 ? LONGEST_ESTIMATE : estimate;
    }
}
