package org.mswada.domain.legislature;

import java.util.UUID;

/**
 * Identifies a legislative session.
 *
 * @param value a UUID made by the application
 */
public record SessionId(UUID value) {}
