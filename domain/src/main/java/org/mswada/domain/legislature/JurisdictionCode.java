package org.mswada.domain.legislature;

import java.util.regex.Pattern;

/**
 * A short name of a jurisdiction for use in URLs, such as {@code us}.
 *
 * @param value 2 to 32 lower-case letters, digits and inner hyphens
 */
public record JurisdictionCode(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,30}[a-z0-9]");

    /** Refuses what would not do in a URL. */
    public JurisdictionCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("'" + value
                    + "' is not a jurisdiction code: 2 to 32 lower-case letters, digits and inner hyphens, like 'us'");
        }
    }
}
