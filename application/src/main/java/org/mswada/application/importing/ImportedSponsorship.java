package org.mswada.application.importing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.bill.SponsorEntityType;
import org.mswada.domain.bill.SponsorshipRole;

/**
 * A sponsorship as a source names it; its place in the list is its ordinal.
 *
 * @param sponsor who it is, or null when the source gives only a name
 * @param nameAsPrinted the name in the source
 * @param entityType what it is
 * @param role in which role
 * @param joinedOn the day it joined, where known
 * @param withdrawnOn the day it withdrew, if it did
 */
public record ImportedSponsorship(@Nullable ImportedSponsor sponsor, String nameAsPrinted,
        SponsorEntityType entityType, SponsorshipRole role, @Nullable LocalDate joinedOn,
        @Nullable LocalDate withdrawnOn) {
    /** Refuses a blank name. */
    public ImportedSponsorship {
        if (nameAsPrinted.isBlank()) {
            throw new IllegalArgumentException("a sponsorship has a blank name");
        }
    }
}
