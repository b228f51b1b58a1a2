package org.mswada.application.tracking;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.domain.tracking.Tracking;
import org.mswada.domain.tracking.TrackingPage;
import org.mswada.domain.tracking.TrackingRepository;
import org.mswada.domain.tracking.TrackingTarget;
import org.mswada.domain.tracking.TrackingTrigger;
import org.mswada.domain.user.Actor;
import org.mswada.domain.user.Guarded;
import org.mswada.domain.user.Permission;
import org.mswada.domain.user.UserId;

/**
 * Hands over all who follow something, one by one, however many they are: memory holds a part of
 * {@value TrackingPage#MAXIMUM_LIMIT}. Each part is a unit of its own, and is handed over after it: so no connection is held
 * while the receiver works, and nobody is handed over twice when a unit is run again. Who follows what is nobody's business but
 * that of whoever notifies them.
 */
public final class StreamFollowers {
    private static final Operation FOLLOWERS = Operation.read("tracking.followers");

    private final UnitOfWork units;
    private final TrackingRepository tracking;

    /** Reads {@code tracking} in units of {@code units}. */
    public StreamFollowers(UnitOfWork units, TrackingRepository tracking) {
        this.units = units;
        this.tracking = tracking;
    }

    /** Hands over the active followers who want to hear of this; who comes meanwhile may be among them. Returns how many. */
    public Guarded<Long> run(Actor actor, TrackingTarget target, TrackingTrigger trigger, Consumer<Tracking> receiver) {
        return actor.may(Permission.READ_FOLLOWERS)
                ? new Guarded.Done<>(handOver(target, trigger, receiver))
                : new Guarded.Forbidden<>(Permission.READ_FOLLOWERS);
    }

    private long handOver(TrackingTarget target, TrackingTrigger trigger, Consumer<Tracking> receiver) {
        long handedOver = 0;
        UserId after = null;
        List<Tracking> part;
        do {
            part = after(target, trigger, after);
            part.forEach(receiver);
            handedOver += part.size();
            after = part.isEmpty() ? null : part.getLast().user();
        } while (part.size() == TrackingPage.MAXIMUM_LIMIT);
        return handedOver;
    }

    private List<Tracking> after(TrackingTarget target, TrackingTrigger trigger, @Nullable UserId after) {
        return units.read(FOLLOWERS,
                session -> tracking.followers(session, target, trigger, after, TrackingPage.MAXIMUM_LIMIT));
    }
}
