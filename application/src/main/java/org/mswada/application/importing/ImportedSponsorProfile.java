package org.mswada.application.importing;

import org.mswada.domain.legislature.Jurisdiction;
import org.mswada.domain.sponsor.SponsorContent;

/**
 * All that a source says of a sponsor, apart from any bill.
 *
 * @param jurisdiction where it is active
 * @param content what is known of it; it is known again by any of its identifiers
 */
public record ImportedSponsorProfile(Jurisdiction jurisdiction, SponsorContent content) implements ImportedRecord {
    /** Refuses one that could not be known again. */
    public ImportedSponsorProfile {
        if (content.identifiers().isEmpty()) {
            throw new IllegalArgumentException(
                    "sponsor '" + content.name().full() + "' has no identifier to be known again by");
        }
    }
}
