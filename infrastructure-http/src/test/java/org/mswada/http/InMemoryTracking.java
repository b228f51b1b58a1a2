package org.mswada.http;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Stream;
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
import org.mswada.domain.user.User;
import org.mswada.domain.user.UserId;
import org.mswada.domain.user.UserStatus;

/** What users follow, in memory. */
final class InMemoryTracking implements TrackingRepository {
    private final InMemoryBills bills;
    private final InMemoryUsers users;
    private final List<Tracking> stored = new CopyOnWriteArrayList<>();

    InMemoryTracking(InMemoryBills bills, InMemoryUsers users) {
        this.bills = bills;
        this.users = users;
        bills.followed = (user, bill) -> find(user, new TrackingTarget.OfBill(bill)).isPresent();
    }

    @Override
    public FollowResult follow(WriteSession session, TrackingId newId, UserId user, TrackingTarget target,
            TrackingPreferences preferences) {
        boolean there = switch (target) {
            case TrackingTarget.OfBill bill -> bills.findById(session, bill.bill()).isPresent();
            case TrackingTarget.OfSponsor sponsor -> sponsor.sponsor().equals(Samples.MEMBER.id());
            case TrackingTarget.OfSubject subject ->
                subject.jurisdiction().equals(InMemoryLegislatures.JURISDICTION);
            case TrackingTarget.OfSearch _ -> true;
        };
        if (!there || !is(user, status -> status != UserStatus.ERASED)) {
            return new FollowResult.NothingToFollow();
        }
        Optional<Tracking> before = find(user, target);
        if (before.isPresent()) {
            change(before.get(), preferences, before.get().paused());
            return new FollowResult.FollowedAlready(before.get().id());
        }
        stored.add(new Tracking(newId, user, target, preferences, false, Instant.EPOCH));
        return new FollowResult.Followed(newId);
    }

    private boolean is(UserId user, Predicate<UserStatus> status) {
        User found = users.users.get(user);
        return found != null && status.test(found.status());
    }

    private void change(Tracking before, TrackingPreferences preferences, boolean paused) {
        stored.set(stored.indexOf(before), new Tracking(before.id(), before.user(), before.target(), preferences,
                paused, before.createdAt()));
    }

    /** What users follow goes with them. */
    private Stream<Tracking> those() {
        return stored.stream().filter(each -> is(each.user(), status -> status != UserStatus.ERASED));
    }

    private Optional<Tracking> find(UserId user, TrackingTarget target) {
        return those().filter(each -> each.user().equals(user) && each.target().equals(target)).findFirst();
    }

    @Override
    public boolean unfollow(WriteSession session, UserId user, TrackingTarget target) {
        return stored.removeIf(each -> each.user().equals(user) && each.target().equals(target));
    }

    @Override
    public boolean pause(WriteSession session, UserId user, TrackingTarget target, boolean paused) {
        Optional<Tracking> found = find(user, target);
        found.ifPresent(each -> change(each, each.preferences(), paused));
        return found.isPresent();
    }

    @Override
    public TrackingPage list(ReadSession session, UserId user, @Nullable TrackingId after, int limit) {
        List<Tracking> rest = those().filter(each -> each.user().equals(user))
                .filter(each -> after == null || text(each.id()).compareTo(text(after)) > 0)
                .sorted(Comparator.comparing(each -> text(each.id()))).toList();
        return new TrackingPage(rest.stream().limit(limit).toList(),
                rest.size() > limit ? rest.get(limit - 1).id() : null);
    }

    private static String text(TrackingId id) {
        return id.value().toString();
    }

    @Override
    public List<Tracking> followers(ReadSession session, TrackingTarget target, TrackingTrigger trigger,
            @Nullable UserId after, int limit) {
        return stored.stream().filter(each -> each.target().equals(target) && !each.paused())
                .filter(each -> each.preferences().triggers().contains(trigger))
                .filter(each -> is(each.user(), UserStatus.ACTIVE::equals))
                .filter(each -> after == null || InMemoryUsers.ORDER.compare(each.user(), after) > 0)
                .sorted(Comparator.comparing(Tracking::user, InMemoryUsers.ORDER)).limit(limit).toList();
    }
}
