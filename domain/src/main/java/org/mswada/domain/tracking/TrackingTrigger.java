package org.mswada.domain.tracking;

/** What a follower wants to hear of. */
public enum TrackingTrigger {
    STATUS_CHANGE, NEW_ACTION, NEW_SPONSOR, WITHDRAWN_SPONSOR, TEXT_VERSION, NEW_MATCH
}
