package org.mswada.application.importing;

import org.jspecify.annotations.Nullable;
import org.mswada.domain.legislature.Chamber;
import org.mswada.domain.sponsor.ExternalIdentifier;

/**
 * A sponsor as a source names it.
 *
 * @param identifier its name in the source's register, which makes the same sponsor the same
 * @param name its name as printed
 * @param chamber the chamber it belongs to, where known
 * @param district the district it stands for, where known
 * @param roleTitle how it is addressed, where known
 */
public record ImportedSponsor(ExternalIdentifier identifier, String name, @Nullable Chamber chamber,
        @Nullable String district, @Nullable String roleTitle) {
    /** Refuses a blank name. */
    public ImportedSponsor {
        if (name.isBlank()) {
            throw new IllegalArgumentException(
                    "sponsor " + identifier.scheme() + " " + identifier.identifier() + " has a blank name");
        }
    }
}
