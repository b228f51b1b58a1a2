package org.mswada.http;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.storage.ReadSession;
import org.mswada.domain.storage.WriteSession;
import org.mswada.domain.tracking.FollowResult;
import org.mswada.domain.tracking.Tracking;
import org.mswada.domain.tracking.TrackingId;
import org.mswada.domain.tracking.TrackingPage;
import org.mswada.domain.tracking.TrackingPreferences;
import org.mswada.domain.tracking.TrackingRepository;
import org.mswada.domain.tracking.TrackingTarget;
import org.mswada.domain.tracking.TrackingTrigger;
import org.mswada.domain.user.UserId;

/** What users follow, in memory. */
final class InMemoryTracking implements TrackingRepository {
    private final InMemoryBills bills;
    private final List<Tracking> stored = new CopyOnWriteArrayList<>();

    InMemoryTracking(InMemoryBills bills) {
        this.bills = bills;
        bills.followed = (user, bill) -> find(user, new TrackingTarget.OfBill(bill)).isPresent();
    }

    @Override
    public FollowResult follow(WriteSession session, TrackingId newId, UserId user, TrackingTarget target,
            TrackingPreferences preferences) {
        boolean there = switch (target) {
            case TrackingTarget.OfBill bill -> bills.exists(session, bill.bill());
            case TrackingTarget.OfSponsor sponsor -> sponsor.sponsor().equals(Samples.MEMBER.id());
            default -> true;
        };
        if (!there) {
            return new FollowResult.NothingToFollow();
        }
        Optional<Tracking> before = find(user, target);
        before.ifPresent(stored::remove);
        TrackingId id = before.map(Tracking::id).orElse(newId);
        stored.add(new Tracking(id, user, target, preferences, false, Instant.EPOCH));
        return before.isPresent() ? new FollowResult.FollowedAlready(id) : new FollowResult.Followed(id);
    }

    private Optional<Tracking> find(UserId user, TrackingTarget target) {
        return stored.stream().filter(each -> each.user().equals(user) && each.target().equals(target)).findFirst();
    }

    @Override
    public boolean unfollow(WriteSession session, UserId user, TrackingTarget target) {
        return stored.removeIf(each -> each.user().equals(user) && each.target().equals(target));
    }

    @Override
    public TrackingPage list(ReadSession session, UserId user, @Nullable TrackingId after, int limit) {
        List<Tracking> rest = stored.stream().filter(each -> each.user().equals(user))
                .filter(each -> after == null || each.id().value().compareTo(after.value()) > 0)
                .sorted((one, other) -> one.id().value().compareTo(other.id().value())).toList();
        return new TrackingPage(rest.stream().limit(limit).toList(),
                rest.size() > limit ? rest.get(limit - 1).id() : null);
    }

    @Override
    public boolean pause(WriteSession session, UserId user, TrackingTarget target, boolean paused) {
        throw new UnsupportedOperationException("nobody here asks for that");
    }

    @Override
    public List<Tracking> followers(ReadSession session, TrackingTarget target, TrackingTrigger trigger,
            @Nullable UserId after, int limit) {
        throw new UnsupportedOperationException("nobody here asks for that");
    }
}
