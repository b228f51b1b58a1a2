package org.mswada.domain.user;

import java.util.regex.Pattern;

/**
 * An e-mail address. Two that differ only in case are the same user's, though the value keeps its case; which those are is said
 * where users are stored, for there each has to be of one user.
 *
 * @param value the address as its owner writes it
 */
public record EmailAddress(String value) {
    private static final int MAXIMUM_LENGTH = 254;
    private static final Pattern FORM = Pattern.compile("[^@\\s]+@[^@\\s]+");

    /** Refuses what has not one @ between two parts, and more than 254 characters (RFC 5321, section 4.5.3.1.3). */
    public EmailAddress {
        if (value.length() > MAXIMUM_LENGTH || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "an e-mail address is two parts without spaces around one @, together at "
                            + "most " + MAXIMUM_LENGTH + " characters");
        }
    }
}
