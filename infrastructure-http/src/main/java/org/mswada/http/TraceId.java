package org.mswada.http;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes the trace id from a caller or makes one: 32 lower-case hexadecimal digits, not all zero. */
final class TraceId {
    /** The {@code traceparent} header: W3C Trace Context, section 3.2.2. Only versions after 00 may add parts. */
    private static final Pattern TRACEPARENT = Pattern.compile("(?:00(?=.{53}$)|(?!00|ff)[0-9a-f]{2})"
            + "-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(?:-.*)?");

    private TraceId() {}

    static String of(@Nullable String traceparent) {
        if (traceparent != null) {
            Matcher valid = TRACEPARENT.matcher(traceparent.strip());
            if (valid.matches()) {
                return valid.group(1);
            }
        }
        ThreadLocalRandom random = ThreadLocalRandom.current();
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(random.nextLong() | 1) + hex.toHexDigits(random.nextLong());
    }
}
