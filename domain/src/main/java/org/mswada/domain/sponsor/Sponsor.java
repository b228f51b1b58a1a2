package org.mswada.domain.sponsor;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.legislature.Chamber;
import org.mswada.domain.legislature.JurisdictionCode;

/**
 * A person or body that sponsors bills.
 *
 * @param id its identifier here
 * @param jurisdiction where it is active
 * @param name its name as it is usually shown
 * @param chamber the chamber it belongs to, where there is one
 * @param district the district it stands for, where there is one
 * @param roleTitle how it is addressed, such as {@code Rep.}
 * @param identifiers its names in other registers
 */
public record Sponsor(SponsorId id, JurisdictionCode jurisdiction, String name, @Nullable Chamber chamber,
        @Nullable String district, @Nullable String roleTitle, List<ExternalIdentifier> identifiers) {
    /** Refuses a blank name and copies the identifiers. */
    public Sponsor {
        if (name.isBlank()) {
            throw new IllegalArgumentException("sponsor " + id.value() + " has a blank name");
        }
        identifiers = List.copyOf(identifiers);
    }
}
