package org.mswada.bootstrap.config;

import java.time.Duration;
import java.util.Locale;

/** Where the server runs, which decides how careful it is. */
public enum Environment {
    DEVELOPMENT(Duration.ofMillis(200)), STAGING(Duration.ofMillis(500)), PRODUCTION(Duration.ofSeconds(1));

    private final Duration slowLimit;

    Environment(Duration slowLimit) {
        this.slowLimit = slowLimit;
    }

    /** Returns the time from which a statement is reported as slow. */
    public Duration slowLimit() {
        return slowLimit;
    }

    /** Returns the name used in configuration. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
