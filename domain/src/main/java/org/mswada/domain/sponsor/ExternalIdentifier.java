package org.mswada.domain.sponsor;

import java.util.regex.Pattern;

/**
 * The name of a sponsor in somebody else's register (in Popolo, one of the identifiers).
 *
 * @param scheme the register, such as {@code thomas} or {@code bioguide}
 * @param identifier the name in it, kept as text: leading zeros count
 */
public record ExternalIdentifier(String scheme, String identifier) {
    private static final Pattern SCHEME = Pattern.compile("[a-z][a-z0-9-]{0,31}");

    /** Refuses a scheme that is no lower-case word and a blank identifier. */
    public ExternalIdentifier {
        if (!SCHEME.matcher(scheme).matches()) {
            throw new IllegalArgumentException("identifier scheme '" + scheme + "' is not a lower-case word");
        }
        if (identifier.isBlank() || identifier.length() > 128) {
            throw new IllegalArgumentException(
                    "identifier '" + identifier + "' of scheme " + scheme + " is blank or longer than 128 characters");
        }
    }
}
