package org.mswada.http.routing;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Reads full dates of RFC 3339, whose years have four digits; there is no year 0. */
public final class Days {
    private static final int LENGTH = 10;

    private Days() {}

    /** Reads a date, or throws {@link IllegalArgumentException} with a message for the client. */
    public static LocalDate read(String text) {
        String refusal = "'" + text + "' is not a date like '2026-03-01'";
        try {
            if (text.length() == LENGTH) {
                LocalDate day = LocalDate.parse(text);
                if (day.getYear() > 0) {
                    return day;
                }
            }
        } catch (DateTimeException malformed) {
            throw new IllegalArgumentException(refusal, malformed);
        }
        throw new IllegalArgumentException(refusal);
    }
}
