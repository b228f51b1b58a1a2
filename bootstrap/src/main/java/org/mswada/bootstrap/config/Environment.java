package org.mswada.bootstrap.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where the server runs, which decides how careful it is. */
public enum Environment {
    DEVELOPMENT, STAGING, PRODUCTION;

    /** Returns the name used in configuration. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Environment> labelled(String label) {
        return Arrays.stream(values()).filter(environment -> environment.label().equals(label)).findFirst();
    }

    static String labels() {
        return Arrays.stream(values()).map(Environment::label).collect(Collectors.joining(", "));
    }
}
