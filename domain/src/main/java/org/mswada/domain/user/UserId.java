package org.mswada.domain.user;

import java.util.UUID;

/**
 * Identifies a user.
 *
 * @param value a UUID made by the application
 */
public record UserId(UUID value) {}
