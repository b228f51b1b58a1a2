package org.mswada.db.repository;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.legislature.Chamber;
import org.mswada.domain.legislature.JurisdictionCode;
import org.mswada.domain.sponsor.SponsorCursor;
import org.mswada.domain.sponsor.SponsorFilter;

/**
 * What a page of sponsors is asked for with; a part that is null does not restrict.
 *
 * @param filter which sponsors
 * @param after the place after which the page begins
 * @param rows how many rows to read at most
 */
record SponsorListing(SponsorFilter filter, SponsorCursor after, int rows) {
    @Nullable
    JurisdictionCode jurisdiction() {
        return filter.jurisdiction();
    }

    @Nullable
    String party() {
        return filter.party();
    }

    @Nullable
    String district() {
        return filter.district();
    }

    @Nullable
    Chamber chamber() {
        return filter.chamber();
    }

    @Nullable
    Boolean active() {
        return filter.active();
    }

    @Nullable
    LocalDate servedOn() {
        return filter.servedOn();
    }
}
