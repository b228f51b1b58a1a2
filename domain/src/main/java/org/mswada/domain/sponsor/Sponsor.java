package org.mswada.domain.sponsor;

import java.time.Instant;
import org.mswada.domain.legislature.JurisdictionCode;

/**
 * A person or body that sponsors bills, as it is stored.
 *
 * @param id its identifier here
 * @param jurisdiction where it is active
 * @param content what is known of it
 * @param version counts its changes from 1
 * @param createdAt when it was stored first
 * @param updatedAt when it was changed last
 */
public record Sponsor(SponsorId id, JurisdictionCode jurisdiction, SponsorContent content, int version,
        Instant createdAt, Instant updatedAt) {}
