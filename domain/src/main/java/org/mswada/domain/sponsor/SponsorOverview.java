package org.mswada.domain.sponsor;

import org.jspecify.annotations.Nullable;
import org.mswada.domain.legislature.Chamber;
import org.mswada.domain.legislature.JurisdictionCode;

/**
 * What a list shows of a sponsor.
 *
 * @param id its identifier here
 * @param jurisdiction where it is active
 * @param name its name as it is usually shown
 * @param party its party
 * @param chamber the chamber it belongs to
 * @param district the district it stands for
 * @param active whether it may sponsor bills today
 */
public record SponsorOverview(SponsorId id, JurisdictionCode jurisdiction, String name, @Nullable String party,
        @Nullable Chamber chamber, @Nullable String district, boolean active) {}
