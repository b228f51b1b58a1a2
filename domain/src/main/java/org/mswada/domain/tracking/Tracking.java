package org.mswada.domain.tracking;

import java.time.Instant;
import org.mswada.domain.user.UserId;

/**
 * That somebody follows something.
 *
 * @param id the identifier of it
 * @param user who
 * @param target what
 * @param preferences how
 * @param paused whether nothing is to be told for now
 * @param createdAt since when
 */
public record Tracking(TrackingId id, UserId user, TrackingTarget target, TrackingPreferences preferences,
        boolean paused, Instant createdAt) {}
