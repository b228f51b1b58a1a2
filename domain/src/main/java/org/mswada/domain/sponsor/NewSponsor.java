package org.mswada.domain.sponsor;

import org.mswada.domain.legislature.JurisdictionCode;

/**
 * A sponsor that is to be stored if it is not there yet.
 *
 * @param id the identifier that it takes if it is new
 * @param jurisdiction where it is active
 * @param content what is known of it
 */
public record NewSponsor(SponsorId id, JurisdictionCode jurisdiction, SponsorContent content) {}
