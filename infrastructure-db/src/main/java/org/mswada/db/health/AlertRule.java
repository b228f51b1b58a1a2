package org.mswada.db.health;

import java.time.Duration;

/** When a person should look. Each rule begins with what has lasted a while, and ends with what is well for a while. */
public enum AlertRule {
    /** Units are refused on a server. */
    CIRCUIT_OPEN(Duration.ZERO),
    /** All connections to a server are in use, and units wait. */
    POOL_EXHAUSTED(Duration.ofSeconds(3)),
    /** A standby is so far behind that it takes no reads. */
    LAG(Duration.ofSeconds(3)),
    /** Many of the last minute's units had a slow statement. */
    SLOW_STATEMENTS(Duration.ofSeconds(5)),
    /** Many of the last minute's units were tried again. */
    RETRIES(Duration.ofSeconds(5));

    /** How long all must be well before an alert ends, so that what comes and goes is one alert. */
    static final Duration WELL_FOR = Duration.ofSeconds(10);

    private final Duration badFor;

    AlertRule(Duration badFor) {
        this.badFor = badFor;
    }

    /** Returns how long it must be bad before an alert begins. */
    Duration badFor() {
        return badFor;
    }
}
