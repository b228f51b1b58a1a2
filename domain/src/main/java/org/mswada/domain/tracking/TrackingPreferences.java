package org.mswada.domain.tracking;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a follower follows.
 *
 * @param triggers what they want to hear of, at least one
 * @param frequency how often
 * @param stance what they think of the target, where they say so
 */
public record TrackingPreferences(Set<TrackingTrigger> triggers, TrackingFrequency frequency,
        @Nullable TrackingStance stance) {
    /** Everything, at once. */
    public static final TrackingPreferences DEFAULT = new TrackingPreferences(EnumSet.allOf(TrackingTrigger.class),
            TrackingFrequency.IMMEDIATE, null);

    /** Refuses to follow for nothing; copies the triggers. */
    public TrackingPreferences {
        if (triggers.isEmpty()) {
            throw new IllegalArgumentException("who follows something wants to hear of something: name a trigger");
        }
        triggers = Collections.unmodifiableSet(EnumSet.copyOf(triggers));
    }
}
