package org.mswada.db.health;

import java.time.Duration;

/**
 * When a standby is fit for reads and a server may take over. Whatever is out for its lag comes back at half of the limits.
 *
 * @param lag from which a standby is out, in time
 * @param lagBytes from which it is out, in bytes of write-ahead log
 * @param slow above which an answer is slow, if it also takes {@link #SLOWER_THAN_WRITER} times that of the writer
 * @param silence after which a server that said nothing is out
 * @param patience how long the writer must be away before a server takes over that was writable beside it, or that no
 *        writer was seen before: longer than a restart takes, so that a standby promoted by mistake does not win by one
 */
public record ClusterLimits(Duration lag, long lagBytes, Duration slow, Duration silence, Duration patience) {
    /** How many times as long as the writer's the answer of a slow standby takes. */
    static final int SLOWER_THAN_WRITER = 4;
    /** How many slow answers in a row bring it out. */
    static final int SLOW_IN_A_ROW = 2;
    /** How many others in a row bring it back. */
    static final int GOOD_IN_A_ROW = 4;

    /** What is kept where nothing else is said. */
    public static final ClusterLimits DEFAULT = new ClusterLimits(Duration.ofSeconds(10), 16 << 20,
            Duration.ofMillis(100), Duration.ofSeconds(1), Duration.ofSeconds(30));
}
