package org.mswada.domain.tracking;

import java.util.UUID;

/**
 * Identifies that somebody follows something.
 *
 * @param value a UUID made by the application
 */
public record TrackingId(UUID value) {}
