package org.mswada.domain.tracking;

/** How often a follower wants to hear. */
public enum TrackingFrequency {
    IMMEDIATE, DAILY, WEEKLY
}
