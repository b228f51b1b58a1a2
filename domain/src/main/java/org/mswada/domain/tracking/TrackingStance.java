package org.mswada.domain.tracking;

/** What a follower thinks of the target. */
public enum TrackingStance {
    SUPPORT, OPPOSE, WATCH
}
