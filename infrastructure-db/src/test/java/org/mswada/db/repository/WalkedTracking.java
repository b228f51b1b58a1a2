package org.mswada.db.repository;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.storage.ReadSession;
import org.mswada.domain.storage.WriteSession;
import org.mswada.domain.tracking.Tracking;
import org.mswada.domain.tracking.TrackingId;
import org.mswada.domain.tracking.TrackingPage;
import org.mswada.domain.tracking.TrackingPreferences;
import org.mswada.domain.tracking.TrackingRepository;
import org.mswada.domain.tracking.TrackingTarget;
import org.mswada.domain.user.NewUser;
import org.mswada.support.portcontracts.UserFixtures;

/** What a user follows. A change ends that something is followed and begins it anew, in another place. */
final class WalkedTracking implements WalkedList<TrackingId> {
    private final TrackingRepository tracking = new JooqTrackingRepository();
    private final NewUser user = UserFixtures.user(UUID.randomUUID().toString());

    @Override
    public void begin(WriteSession session) {
        new JooqUserRepository().create(session, user);
    }

    @Override
    public Object insert(WriteSession session, int number) {
        TrackingId id = new TrackingId(UUID.randomUUID());
        tracking.follow(session, id, user.id(), target(number), TrackingPreferences.DEFAULT);
        return id;
    }

    @Override
    public void change(WriteSession session, int number, int how) {
        delete(session, number);
        insert(session, number);
    }

    @Override
    public void delete(WriteSession session, int number) {
        tracking.unfollow(session, user.id(), target(number));
    }

    private static TrackingTarget target(int number) {
        return new TrackingTarget.OfSearch("search " + number);
    }

    @Override
    public Part<TrackingId> part(ReadSession session, @Nullable TrackingId after, int limit) {
        TrackingPage page = tracking.list(session, user.id(), after, limit);
        return new Part<>(page.items().stream().map(Tracking::id).toList(), page.next());
    }

    @Override
    public String toString() {
        return "what a user follows";
    }
}
