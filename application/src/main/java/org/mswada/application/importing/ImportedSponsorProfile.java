package org.mswada.application.importing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.legislature.Chamber;
import org.mswada.domain.legislature.JurisdictionCode;
import org.mswada.domain.sponsor.ExternalIdentifier;

/**
 * All that a source says of a sponsor, apart from any bill.
 *
 * @param jurisdiction where it is active
 * @param name its name as it is usually shown
 * @param chamber the chamber it belongs to, where there is one
 * @param district the district it stands for, where there is one
 * @param roleTitle how it is addressed
 * @param identifiers its names in registers, by any of which it is known again
 */
public record ImportedSponsorProfile(JurisdictionCode jurisdiction, String name, @Nullable Chamber chamber,
        @Nullable String district, @Nullable String roleTitle,
        List<ExternalIdentifier> identifiers) implements ImportedRecord {
    /** Refuses a blank name and one that could not be known again; copies the identifiers. */
    public ImportedSponsorProfile {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a sponsor has a blank name");
        }
        identifiers = List.copyOf(identifiers);
        if (identifiers.isEmpty()) {
            throw new IllegalArgumentException("sponsor '" + name + "' has no identifier to be known again by");
        }
    }
}
