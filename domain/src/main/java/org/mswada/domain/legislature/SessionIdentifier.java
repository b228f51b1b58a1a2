package org.mswada.domain.legislature;

import java.util.regex.Pattern;

/**
 * The name of a session in its jurisdiction, such as {@code 113} or {@code 2025-special1}.
 *
 * @param value 1 to 64 letters, digits, dots, underscores and hyphens
 */
public record SessionIdentifier(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    /** Refuses what would not do in a URL. */
    public SessionIdentifier {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "'" + value
                            + "' is not a session: 1 to 64 letters, digits, dots, underscores, hyphens, like '113'");
        }
    }
}
