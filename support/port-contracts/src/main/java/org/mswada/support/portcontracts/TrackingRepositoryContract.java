package org.mswada.support.portcontracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.legislature.JurisdictionCode;
import org.mswada.domain.sponsor.SponsorId;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.ReadSession;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.domain.storage.WriteSession;
import org.mswada.domain.tracking.FollowResult;
import org.mswada.domain.tracking.Tracking;
import org.mswada.domain.tracking.TrackingFrequency;
import org.mswada.domain.tracking.TrackingId;
import org.mswada.domain.tracking.TrackingPage;
import org.mswada.domain.tracking.TrackingPreferences;
import org.mswada.domain.tracking.TrackingRepository;
import org.mswada.domain.tracking.TrackingStance;
import org.mswada.domain.tracking.TrackingTarget;
import org.mswada.domain.tracking.TrackingTrigger;
import org.mswada.domain.user.NewUser;
import org.mswada.domain.user.UserId;
import org.mswada.domain.user.UserRepository;
import org.mswada.domain.user.UserStatus;

/** What every adapter of {@link TrackingRepository} does. Each test begins with empty storage. */
public interface TrackingRepositoryContract {
    Operation READ = Operation.read("test.read");
    Operation WRITE = Operation.write("test.write");
    TrackingTarget SEARCH = new TrackingTarget.OfSearch("clean water");
    TrackingPreferences RARELY = new TrackingPreferences(EnumSet.of(TrackingTrigger.STATUS_CHANGE),
            TrackingFrequency.WEEKLY, TrackingStance.OPPOSE);

    UnitOfWork units();

    TrackingRepository tracking();

    UserRepository users();

    /** A jurisdiction that is stored. */
    JurisdictionCode jurisdiction();

    SponsorId storeSponsor();

    BillId storeBill();

    /** Deletes a bill as it was stored. */
    void deleteBill(BillId bill);

    void restoreBill(BillId bill);

    @Test
    default void every_kind_of_target_is_followed_listed_and_unfollowed() {
        UserId ada = storeUser("ada");
        List<TrackingTarget> targets = List.of(new TrackingTarget.OfBill(storeBill()),
                new TrackingTarget.OfSponsor(storeSponsor()), subject(), SEARCH);

        for (TrackingTarget target : targets) {
            assertThat(follow(ada, target, RARELY)).isInstanceOf(FollowResult.Followed.class);
        }

        assertThat(list(ada)).extracting(Tracking::target).containsExactlyInAnyOrderElementsOf(targets);
        assertThat(list(ada)).allSatisfy(each -> {
            assertThat(each.user()).isEqualTo(ada);
            assertThat(each.preferences()).isEqualTo(RARELY);
            assertThat(each.paused()).isFalse();
        });
        for (TrackingTarget target : targets) {
            assertThat(unfollow(ada, target)).isTrue();
            assertThat(unfollow(ada, target)).as("again").isFalse();
        }
        assertThat(list(ada)).isEmpty();
    }

    @Test
    default void following_again_is_the_same_and_keeps_what_is_new() {
        UserId ada = storeUser("ada");
        FollowResult.Followed first = (FollowResult.Followed) follow(ada, subject(), TrackingPreferences.DEFAULT);
        List<Tracking> before = list(ada);

        assertThat(follow(ada, subject(), TrackingPreferences.DEFAULT))
                .isEqualTo(new FollowResult.FollowedAlready(first.id()));
        assertThat(list(ada)).isEqualTo(before);
        assertThat(follow(ada, subject(), RARELY)).isEqualTo(new FollowResult.FollowedAlready(first.id()));
        assertThat(list(ada)).singleElement().extracting(Tracking::preferences).isEqualTo(RARELY);
    }

    @Test
    default void what_is_not_there_is_not_followed_nor_by_who_is_not_there() {
        UserId ada = storeUser("ada");
        BillId bill = storeBill();

        assertThat(List.of(follow(ada, new TrackingTarget.OfBill(new BillId(UUID.randomUUID())), RARELY),
                follow(ada, new TrackingTarget.OfSponsor(new SponsorId(UUID.randomUUID())), RARELY),
                follow(ada, new TrackingTarget.OfSubject(new JurisdictionCode("yy"), "Water"), RARELY),
                follow(new UserId(UUID.randomUUID()), new TrackingTarget.OfBill(bill), RARELY)))
                .containsOnly(new FollowResult.NothingToFollow());
        write(session -> users().erase(session, ada));
        assertThat(follow(ada, new TrackingTarget.OfBill(bill), RARELY))
                .isEqualTo(new FollowResult.NothingToFollow());
    }

    @Test
    default void a_deleted_bill_is_nothing_to_follow_until_it_is_restored() {
        UserId follower = storeUser("follower");
        UserId late = storeUser("late");
        BillId bill = storeBill();
        TrackingTarget target = new TrackingTarget.OfBill(bill);
        FollowResult followed = follow(follower, target, RARELY);

        deleteBill(bill);

        assertThat(follow(late, target, RARELY)).isEqualTo(new FollowResult.NothingToFollow());
        assertThat(follow(follower, target, RARELY)).as("though followed before")
                .isEqualTo(new FollowResult.NothingToFollow());
        assertThat(list(late)).isEmpty();
        assertThat(list(follower)).as("what was followed stays").singleElement().extracting(Tracking::target)
                .isEqualTo(target);
        restoreBill(bill);
        assertThat(follow(late, target, RARELY)).isInstanceOf(FollowResult.Followed.class);
        assertThat(follow(follower, target, RARELY)).isEqualTo(
                new FollowResult.FollowedAlready(((FollowResult.Followed) followed).id()));
    }

    @Test
    default void the_paused_the_suspended_and_those_who_want_other_news_are_no_followers() {
        UserId all = storeUser("all");
        UserId rarely = storeUser("rarely");
        UserId paused = storeUser("paused");
        UserId suspended = storeUser("suspended");
        for (UserId user : List.of(all, paused, suspended)) {
            follow(user, subject(), TrackingPreferences.DEFAULT);
        }
        follow(rarely, subject(), RARELY);
        follow(storeUser("other"), SEARCH, TrackingPreferences.DEFAULT);
        assertThat(pause(paused, subject(), true)).isTrue();
        write(session -> users().changeStatus(session, suspended, UserStatus.SUSPENDED, 1));

        assertThat(followers(subject(), TrackingTrigger.STATUS_CHANGE)).containsExactlyInAnyOrder(all, rarely);
        assertThat(followers(subject(), TrackingTrigger.NEW_ACTION)).containsExactly(all);
        assertThat(list(paused)).singleElement().extracting(Tracking::paused).isEqualTo(true);
        assertThat(pause(paused, subject(), false)).isTrue();
        assertThat(pause(paused, subject(), false)).as("again").isTrue();
        assertThat(pause(paused, SEARCH, true)).as("not followed").isFalse();
        assertThat(followers(subject(), TrackingTrigger.NEW_ACTION)).containsExactlyInAnyOrder(all, paused);
    }

    @Test
    default void followers_and_lists_are_walked_by_parts() {
        Set<UserId> stored = Set.copyOf(IntStream.range(0, 11).mapToObj(number -> storeUser("u" + number)).toList());
        stored.forEach(user -> follow(user, SEARCH, TrackingPreferences.DEFAULT));

        List<UserId> walked = new ArrayList<>();
        List<UserId> part;
        do {
            UserId after = walked.isEmpty() ? null : walked.getLast();
            part = read(session -> tracking().followers(session, SEARCH, TrackingTrigger.NEW_MATCH, after, 4)).stream()
                    .map(Tracking::user).toList();
            walked.addAll(part);
        } while (part.size() == 4);
        assertThat(walked).containsExactlyInAnyOrderElementsOf(stored);

        UserId one = walked.getFirst();
        follow(one, subject(), RARELY);
        TrackingPage first = read(session -> tracking().list(session, one, null, 1));
        TrackingPage second = read(session -> tracking().list(session, one, first.next(), 1));
        assertThat(first.next()).isNotNull();
        assertThat(second.next()).isNull();
        assertThat(first.items()).doesNotContainAnyElementsOf(second.items());
    }

    @Test
    default void what_a_user_follows_goes_with_the_user() {
        UserId erased = storeUser("erased");
        UserId deleted = storeUser("deleted");
        follow(erased, SEARCH, RARELY);
        follow(deleted, SEARCH, RARELY);

        write(session -> users().erase(session, erased));
        write(session -> users().deleteBatch(session, List.of(deleted)));

        assertThat(list(erased)).isEmpty();
        assertThat(followers(SEARCH, TrackingTrigger.STATUS_CHANGE)).isEmpty();
    }

    private FollowResult follow(UserId user, TrackingTarget target, TrackingPreferences preferences) {
        return write(session -> tracking().follow(session, new TrackingId(UUID.randomUUID()), user, target,
                preferences));
    }

    private boolean unfollow(UserId user, TrackingTarget target) {
        return write(session -> tracking().unfollow(session, user, target));
    }

    private boolean pause(UserId user, TrackingTarget target, boolean paused) {
        return write(session -> tracking().pause(session, user, target, paused));
    }

    private List<Tracking> list(UserId user) {
        return read(session -> tracking().list(session, user, null, TrackingPage.MAXIMUM_LIMIT)).items();
    }

    private List<UserId> followers(TrackingTarget target, TrackingTrigger trigger) {
        return read(session -> tracking().followers(session, target, trigger, null, TrackingPage.MAXIMUM_LIMIT))
                .stream().map(Tracking::user).toList();
    }

    private TrackingTarget subject() {
        return new TrackingTarget.OfSubject(jurisdiction(), "Water");
    }

    private UserId storeUser(String name) {
        NewUser user = UserFixtures.user(name);
        write(session -> users().create(session, user));
        return user.id();
    }

    private <T> T read(Function<ReadSession, T> work) {
        return units().read(READ, work);
    }

    private <T> T write(Function<WriteSession, T> work) {
        return units().write(WRITE, work);
    }
}
