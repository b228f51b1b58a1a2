package org.mswada.domain.tracking;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.storage.ReadSession;
import org.mswada.domain.storage.WriteSession;
import org.mswada.domain.user.UserId;

/** Stores what users follow. */
public interface TrackingRepository {
    /** Lets a user follow something. Doing it again with the same preferences writes nothing. */
    FollowResult follow(WriteSession session, TrackingId newId, UserId user, TrackingTarget target,
            TrackingPreferences preferences);

    /** Ends that a user follows something; returns whether they did. */
    boolean unfollow(WriteSession session, UserId user, TrackingTarget target);

    /** Lets a user hear nothing, or hear again, of what they follow; returns whether they follow it. */
    boolean pause(WriteSession session, UserId user, TrackingTarget target, boolean paused);

    /**
     * Lists what a user follows.
     *
     * @param after after which the page begins, or null for the first page
     * @param limit the most to return, from 1 to {@link TrackingPage#MAXIMUM_LIMIT}
     */
    TrackingPage list(ReadSession session, UserId user, @Nullable TrackingId after, int limit);

    /**
     * Returns a part of the active users who follow something, are not paused, and want to hear of this, by user.
     *
     * @param after the user after whom the part begins, or null for the first
     * @param limit the most to return, from 1 to {@link TrackingPage#MAXIMUM_LIMIT}
     */
    List<Tracking> followers(ReadSession session, TrackingTarget target, TrackingTrigger trigger,
            @Nullable UserId after, int limit);
}
