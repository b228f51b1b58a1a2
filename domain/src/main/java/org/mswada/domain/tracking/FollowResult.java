package org.mswada.domain.tracking;

/** What became of the wish to follow something. */
public sealed interface FollowResult {
    /** The user follows it now. */
    record Followed(TrackingId id) implements FollowResult {}

    /** The user followed it already, and now with these preferences, if they are others. */
    record FollowedAlready(TrackingId id) implements FollowResult {}

    /** There is no such bill, sponsor or user, or the user is erased. */
    record NothingToFollow() implements FollowResult {}
}
