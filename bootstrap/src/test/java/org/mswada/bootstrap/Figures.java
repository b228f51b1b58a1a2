package org.mswada.bootstrap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows what a test measured, as a warning, for the log of the tests shows nothing less. */
public final class Figures {
    private static final Logger LOGGER = LoggerFactory.getLogger(Figures.class);

    private Figures() {}

    /** Shows a line, formatted as {@link String#format} does. */
    public static void show(String format, Object... values) {
        LOGGER.atWarn().log(() -> String.format(format, values));
    }
}
