package org.mswada.domain.legislature;

import java.util.regex.Pattern;

/**
 * An Open Civic Data jurisdiction identifier, such as {@code ocd-jurisdiction/country:us/government}.
 *
 * @param value the identifier's text
 */
public record JurisdictionId(String value) {
    private static final Pattern FORM = Pattern.compile("ocd-jurisdiction/country:[a-z]{2}(/[^/\\s]+)+");

    /** Refuses what is not an OCD jurisdiction identifier. */
    public JurisdictionId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("'" + value
                    + "' is not an OCD jurisdiction id like 'ocd-jurisdiction/country:us/government'");
        }
    }
}
