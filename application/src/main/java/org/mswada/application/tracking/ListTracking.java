package org.mswada.application.tracking;

import org.jspecify.annotations.Nullable;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.domain.tracking.TrackingId;
import org.mswada.domain.tracking.TrackingPage;
import org.mswada.domain.tracking.TrackingRepository;
import org.mswada.domain.user.UserId;

/** Lists what a user follows. */
public final class ListTracking {
    private static final Operation LIST = Operation.read("tracking.list");

    private final UnitOfWork units;
    private final TrackingRepository tracking;

    /** Reads {@code tracking} in units of {@code units}. */
    public ListTracking(UnitOfWork units, TrackingRepository tracking) {
        this.units = units;
        this.tracking = tracking;
    }

    /** Returns the part of the list after one, or with null the first. */
    public TrackingPage page(UserId user, @Nullable TrackingId after, int limit) {
        return units.read(LIST, session -> tracking.list(session, user, after, limit));
    }
}
