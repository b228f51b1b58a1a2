package org.mswada.application.tracking;

import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.domain.tracking.TrackingRepository;
import org.mswada.domain.tracking.TrackingTarget;
import org.mswada.domain.user.Actor;
import org.mswada.domain.user.Permission;

/** Lets a user hear nothing of what they follow for a while. */
public final class PauseTracking {
    private static final Operation PAUSE = Operation.write("tracking.pause").repeatable();

    private final UnitOfWork units;
    private final TrackingRepository tracking;

    /** Writes {@code tracking} in units of {@code units}. */
    public PauseTracking(UnitOfWork units, TrackingRepository tracking) {
        this.units = units;
        this.tracking = tracking;
    }

    /** Pauses or, with false, resumes what the actor hears of a target. */
    public ChangeOutcome run(Actor actor, TrackingTarget target, boolean paused) {
        return actor.may(Permission.TRACK)
                ? ChangeOutcome.of(units.write(PAUSE,
                        session -> tracking.pause(session, actor.user(), target, paused)))
                : new ChangeOutcome.Forbidden(Permission.TRACK);
    }
}
