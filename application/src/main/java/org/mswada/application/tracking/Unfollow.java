package org.mswada.application.tracking;

import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.domain.tracking.TrackingRepository;
import org.mswada.domain.tracking.TrackingTarget;
import org.mswada.domain.user.Actor;
import org.mswada.domain.user.Permission;

/** Ends that a user follows something. */
public final class Unfollow {
    private static final Operation UNFOLLOW = Operation.write("tracking.unfollow");

    private final UnitOfWork units;
    private final TrackingRepository tracking;

    /** Writes {@code tracking} in units of {@code units}. */
    public Unfollow(UnitOfWork units, TrackingRepository tracking) {
        this.units = units;
        this.tracking = tracking;
    }

    /** Ends that the actor follows a target. */
    public ChangeOutcome run(Actor actor, TrackingTarget target) {
        return actor.may(Permission.TRACK)
                ? ChangeOutcome.of(units.writeSingle(UNFOLLOW,
                        session -> tracking.unfollow(session, actor.user(), target)))
                : new ChangeOutcome.Forbidden(Permission.TRACK);
    }
}
