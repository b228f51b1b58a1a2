package org.mswada.domain.bill;

import java.util.regex.Pattern;

/**
 * A SHA-256 of a bill's content, by which an unchanged bill is known and left alone.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record ContentHash(String hex) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    /** Refuses what is not a SHA-256. */
    public ContentHash {
        if (!FORM.matcher(hex).matches()) {
            throw new IllegalArgumentException("'" + hex + "' is not a SHA-256 in lower-case hexadecimal");
        }
    }
}
