package org.mswada.db.repository;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.storage.ReadSession;
import org.mswada.domain.storage.WriteSession;
import org.mswada.domain.tracking.Tracking;
import org.mswada.domain.tracking.TrackingId;
import org.mswada.domain.tracking.TrackingPreferences;
import org.mswada.domain.tracking.TrackingRepository;
import org.mswada.domain.tracking.TrackingTarget;
import org.mswada.domain.tracking.TrackingTrigger;
import org.mswada.domain.user.NewUser;
import org.mswada.domain.user.UserId;
import org.mswada.support.portcontracts.UserFixtures;

/** Who follows something. A change pauses one, or lets them hear again: no change gives them another place. */
final class WalkedFollowers implements WalkedList<UserId> {
    private final TrackingRepository tracking = new JooqTrackingRepository();
    private final JooqUserRepository users = new JooqUserRepository();
    private final TrackingTarget target = new TrackingTarget.OfSearch(UUID.randomUUID().toString());
    private final Map<Integer, UserId> stored = new ConcurrentHashMap<>();

    @Override
    public void begin(WriteSession session) {
        // A search is followed without being stored.
    }

    @Override
    public Object insert(WriteSession session, int number) {
        NewUser user = UserFixtures.user(UUID.randomUUID().toString());
        users.create(session, user);
        tracking.follow(session, new TrackingId(UUID.randomUUID()), user.id(), target, TrackingPreferences.DEFAULT);
        stored.put(number, user.id());
        return user.id();
    }

    @Override
    public void change(WriteSession session, int number, int how) {
        tracking.pause(session, stored.get(number), target, how % 2 == 0);
    }

    @Override
    public void delete(WriteSession session, int number) {
        tracking.unfollow(session, stored.get(number), target);
    }

    @Override
    public Part<UserId> part(ReadSession session, @Nullable UserId after, int limit) {
        List<UserId> followers = tracking.followers(session, target, TrackingTrigger.NEW_ACTION, after, limit).stream()
                .map(Tracking::user).toList();
        return new Part<>(followers, followers.size() < limit ? null : followers.getLast());
    }

    @Override
    public String toString() {
        return "followers";
    }
}
