package org.mswada.application.tracking;

import org.jspecify.annotations.Nullable;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.domain.tracking.TrackingId;
import org.mswada.domain.tracking.TrackingPage;
import org.mswada.domain.tracking.TrackingRepository;
import org.mswada.domain.user.Actor;

/** Lists what one follows oneself; what others follow is theirs to know. */
public final class ListTracking {
    private static final Operation LIST = Operation.read("tracking.list");

    private final UnitOfWork units;
    private final TrackingRepository tracking;

    /** Reads {@code tracking} in units of {@code units}. */
    public ListTracking(UnitOfWork units, TrackingRepository tracking) {
        this.units = units;
        this.tracking = tracking;
    }

    /** Returns the part of the actor's list after one, or with null the first. */
    public TrackingPage page(Actor actor, @Nullable TrackingId after, int limit) {
        return units.read(LIST, session -> tracking.list(session, actor.user(), after, limit));
    }
}
