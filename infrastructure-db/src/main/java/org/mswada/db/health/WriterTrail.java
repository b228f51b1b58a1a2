package org.mswada.db.health;

import java.time.Duration;

/**
 * Where the writer was when, over the last minute: so the lag of a standby in time is found by our own clock, and is right
 * while nothing is written. For one thread at a time.
 */
final class WriterTrail {
    /** Samples closer than that replace each other, so that asking often does not shorten what is remembered. */
    static final Duration BETWEEN = Duration.ofMillis(200);
    /**
     * A primary that writes at the beginning of a page counts the page's header, which a standby that has replayed all does
     * not: on an idle cluster it would never be seen to keep up (PostgreSQL source, XLogLongPageHeaderData).
     */
    private static final int PAGE_HEADER = 40;
    /** The least that a server can be built with; all others are multiples. */
    private static final int PAGE = 1_024;
    private static final int LENGTH = (int) (Duration.ofMinutes(1).toMillis() / BETWEEN.toMillis());

    private final long[] nanos = new long[LENGTH];
    private final long[] positions = new long[LENGTH];
    private long count;
    private long latestNanos;
    private long latestPosition;

    void clear() {
        count = 0;
    }

    boolean isEmpty() {
        return count == 0;
    }

    void add(long sampledNanos, long position) {
        latestNanos = sampledNanos;
        latestPosition = position;
        if (count == 0 || sampledNanos - nanos[index(count - 1)] >= BETWEEN.toNanos()) {
            nanos[index(count)] = sampledNanos;
            positions[index(count)] = position;
            count++;
        }
    }

    /** When the newest sample was taken; of an empty trail, nothing. */
    long latestNanos() {
        return latestNanos;
    }

    /** Returns the lag of who was here at that time; only a trail that is not empty knows. */
    Lag lag(long replayed, long sampledNanos) {
        long bytes = Math.max(0, latestPosition - replayed);
        if (bytes == 0 || (replayed % PAGE == 0 && bytes <= PAGE_HEADER)) {
            return new Lag(0, Duration.ZERO, true);
        }
        long oldest = Math.max(0, count - LENGTH);
        for (long sample = count - 1; sample >= oldest; sample--) {
            if (positions[index(sample)] <= replayed) {
                return new Lag(bytes, since(nanos[index(sample)], sampledNanos), true);
            }
        }
        return new Lag(bytes, since(nanos[index(oldest)], sampledNanos), false);
    }

    private static Duration since(long then, long now) {
        return Duration.ofNanos(Math.max(0, now - then));
    }

    private static int index(long sample) {
        return (int) (sample % LENGTH);
    }
}
