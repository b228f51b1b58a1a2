package org.mswada.db.health;

import java.time.Duration;

/**
 * How far a standby is behind.
 *
 * @param bytes of write-ahead log
 * @param time since the writer was where the standby is, or at least that
 * @param isKnown whether the time is more than a lower bound
 */
record Lag(long bytes, Duration time, boolean isKnown) {
    boolean reaches(Duration limit, long limitBytes) {
        return bytes >= limitBytes || time.compareTo(limit) >= 0;
    }
}
