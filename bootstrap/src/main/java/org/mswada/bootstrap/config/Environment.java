package org.mswada.bootstrap.config;

import java.util.Locale;

/** Where the server runs, which decides how careful it is. */
public enum Environment {
    DEVELOPMENT, STAGING, PRODUCTION;

    /** Returns the name used in configuration. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
