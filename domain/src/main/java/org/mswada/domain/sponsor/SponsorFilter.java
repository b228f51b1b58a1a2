package org.mswada.domain.sponsor;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.legislature.Chamber;
import org.mswada.domain.legislature.JurisdictionCode;

/**
 * Which sponsors a list holds. A part that is null does not restrict.
 *
 * @param jurisdiction only those of this jurisdiction
 * @param party only those of this party
 * @param district only those who stand for this area
 * @param chamber only members of this chamber
 * @param active only those who are active, or only those who are not
 * @param servedOn only those with a membership that lasted on this day
 */
public record SponsorFilter(@Nullable JurisdictionCode jurisdiction, @Nullable String party, @Nullable String district,
        @Nullable Chamber chamber, @Nullable Boolean active, @Nullable LocalDate servedOn) {
    /** A filter that restricts nothing. */
    public static final SponsorFilter ALL = new SponsorFilter(null, null, null, null, null, null);
}
