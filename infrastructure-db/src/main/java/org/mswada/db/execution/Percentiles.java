package org.mswada.db.execution;

import java.time.Duration;
import java.util.List;

/**
 * Percentiles from a histogram: each is the upper bound of the bucket it falls into, so it is never told too low, up to the last of 69 s.
 */
public final class Percentiles {
    private final List<Duration> bounds;
    private final long[] atMost;
    private final long count;

    Percentiles(List<Duration> bounds, long[] atMost, long count) {
        this.bounds = bounds;
        this.atMost = atMost.clone();
        this.count = count;
    }

    /**
     * Returns the time within which this share of the units ended; zero when there were none.
     *
     * @param share from 0 to 1, such as 0.99
     */
    public Duration at(double share) {
        if (count == 0) {
            return Duration.ZERO;
        }
        double wanted = Math.ceil(share * count);
        for (int bucket = 0; bucket < atMost.length; bucket++) {
            if (atMost[bucket] >= wanted) {
                return bounds.get(bucket);
            }
        }
        return bounds.getLast();
    }
}
