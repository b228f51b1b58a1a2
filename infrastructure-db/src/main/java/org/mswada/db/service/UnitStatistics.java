package org.mswada.db.service;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a unit went.
 *
 * @param executionTime from the call to the end, with all waiting
 * @param attempts how often it asked for a connection; 0 when it was refused before
 * @param node where it ran last, or null
 */
public record UnitStatistics(Duration executionTime, int attempts, @Nullable String node) {
    /** Returns how often it was tried again. */
    public int retries() {
        return Math.max(0, attempts - 1);
    }
}
