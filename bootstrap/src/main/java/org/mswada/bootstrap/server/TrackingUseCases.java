package org.mswada.bootstrap.server;

import org.mswada.application.tracking.Follow;
import org.mswada.application.tracking.ListTracking;
import org.mswada.application.tracking.PauseTracking;
import org.mswada.application.tracking.StreamFollowers;
import org.mswada.application.tracking.Unfollow;

/** What can be done with what users follow. */
interface TrackingUseCases {
    Follow follow();

    Unfollow unfollow();

    PauseTracking pauseTracking();

    ListTracking listTracking();

    StreamFollowers streamFollowers();
}
