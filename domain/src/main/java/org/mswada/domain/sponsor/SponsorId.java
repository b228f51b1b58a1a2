package org.mswada.domain.sponsor;

import java.util.UUID;

/**
 * Identifies a sponsor.
 *
 * @param value a UUID made by the application
 */
public record SponsorId(UUID value) {}
