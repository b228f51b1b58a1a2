package org.mswada.bootstrap.server;

import dagger.Module;
import dagger.Provides;
import org.mswada.application.tracking.Follow;
import org.mswada.application.tracking.ListTracking;
import org.mswada.application.tracking.PauseTracking;
import org.mswada.application.tracking.StreamFollowers;
import org.mswada.application.tracking.Unfollow;
import org.mswada.domain.identity.IdSource;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.domain.tracking.TrackingRepository;

/** The use cases of what users follow. */
@Module
interface TrackingUseCasesModule {
    @Provides
    static Follow follow(UnitOfWork units, TrackingRepository tracking, IdSource ids) {
        return new Follow(units, tracking, ids);
    }

    @Provides
    static Unfollow unfollow(UnitOfWork units, TrackingRepository tracking) {
        return new Unfollow(units, tracking);
    }

    @Provides
    static PauseTracking pauseTracking(UnitOfWork units, TrackingRepository tracking) {
        return new PauseTracking(units, tracking);
    }

    @Provides
    static ListTracking listTracking(UnitOfWork units, TrackingRepository tracking) {
        return new ListTracking(units, tracking);
    }

    @Provides
    static StreamFollowers streamFollowers(UnitOfWork units, TrackingRepository tracking) {
        return new StreamFollowers(units, tracking);
    }
}
