package org.mswada.application.tracking;

import org.mswada.domain.identity.IdSource;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.domain.tracking.FollowResult;
import org.mswada.domain.tracking.TrackingId;
import org.mswada.domain.tracking.TrackingPreferences;
import org.mswada.domain.tracking.TrackingRepository;
import org.mswada.domain.tracking.TrackingTarget;
import org.mswada.domain.user.Actor;
import org.mswada.domain.user.Permission;

/** Lets a user follow something. Doing it again changes nothing but the preferences. */
public final class Follow {
    private static final Operation FOLLOW = Operation.write("tracking.follow").repeatable();

    private final UnitOfWork units;
    private final TrackingRepository tracking;
    private final IdSource ids;

    /** Writes {@code tracking} in units of {@code units}. */
    public Follow(UnitOfWork units, TrackingRepository tracking, IdSource ids) {
        this.units = units;
        this.tracking = tracking;
        this.ids = ids;
    }

    /** Lets the actor follow a target. */
    public Outcome run(Actor actor, TrackingTarget target, TrackingPreferences preferences) {
        if (!actor.may(Permission.TRACK)) {
            return new Outcome.Forbidden(Permission.TRACK);
        }
        TrackingId newId = new TrackingId(ids.next());
        return new Outcome.Tried(units.write(FOLLOW,
                session -> tracking.follow(session, newId, actor.user(), target, preferences)));
    }

    /** What became of it. */
    public sealed interface Outcome {
        /** It was tried, with this result. */
        record Tried(FollowResult result) implements Outcome {}

        /** Who asked may not do this. */
        record Forbidden(Permission needed) implements Outcome {}
    }
}
