package org.mswada.http.routing;

import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads how many items a page may hold. */
public final class Limits {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    private Limits() {}

    /** Reads a whole number from 1 to {@code most}, or throws an {@link IllegalArgumentException} with words for the client. */
    public static Function<String, Integer> upTo(int most) {
        return text -> {
            int limit = NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 0;
            if (limit < 1 || limit > most) {
                throw new IllegalArgumentException("'" + text + "' is not a whole number from 1 to " + most);
            }
            return limit;
        };
    }
}
