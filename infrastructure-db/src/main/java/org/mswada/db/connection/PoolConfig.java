package org.mswada.db.connection;

import java.time.Duration;

/**
 * How many connections are kept, and how long.
 *
 * @param minimumIdle connections kept open when there is nothing to do
 * @param maximumPoolSize connections open at most
 * @param acquireLimit the longest wait for a connection while the pool has none to give
 * @param idleLimit how long a connection beyond the minimum is kept that nobody uses
 */
public record PoolConfig(int minimumIdle, int maximumPoolSize, Duration acquireLimit, Duration idleLimit) {
    /** The wait where nothing else is said. */
    public static final Duration ACQUIRE_LIMIT = Duration.ofSeconds(10);
    /** The time to keep where nothing else is said. */
    public static final Duration IDLE_LIMIT = Duration.ofSeconds(30);

    /** HikariCP's least. */
    private static final Duration SHORTEST_IDLE = Duration.ofSeconds(10);

    /** Refuses a pool that cannot work. */
    public PoolConfig {
        if (minimumIdle < 0 || maximumPoolSize < 1 || minimumIdle > maximumPoolSize) {
            throw new IllegalArgumentException("a pool of " + minimumIdle + " to " + maximumPoolSize
                    + " connections is not possible: use 0 <= minimum <= maximum, and a maximum of at least 1");
        }
        if (acquireLimit.compareTo(MonitoredPool.ACQUIRE_SLICE) < 0) {
            throw new IllegalArgumentException("a wait of " + acquireLimit + " for a connection is too short: use at "
                    + "least " + MonitoredPool.ACQUIRE_SLICE);
        }
        if (idleLimit.compareTo(SHORTEST_IDLE) < 0) {
            throw new IllegalArgumentException("to keep an idle connection for " + idleLimit + " is too short: use at "
                    + "least " + SHORTEST_IDLE);
        }
    }

    /** A pool of this size, with the usual times. */
    public static PoolConfig of(int minimumIdle, int maximumPoolSize) {
        return new PoolConfig(minimumIdle, maximumPoolSize, ACQUIRE_LIMIT, IDLE_LIMIT);
    }
}
