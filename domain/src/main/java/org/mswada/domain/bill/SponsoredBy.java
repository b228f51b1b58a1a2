package org.mswada.domain.bill;

import org.jspecify.annotations.Nullable;
import org.mswada.domain.sponsor.SponsorId;

/**
 * Whose bills a list holds: of a sponsorship that was withdrawn nobody is the sponsor.
 *
 * @param sponsor the sponsor
 * @param role in which role, or null for any
 */
public record SponsoredBy(SponsorId sponsor, @Nullable SponsorshipRole role) {}
