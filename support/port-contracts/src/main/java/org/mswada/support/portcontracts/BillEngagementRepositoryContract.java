package org.mswada.support.portcontracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mswada.support.portcontracts.BillFixtures.bill;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mswada.domain.bill.BillContent;
import org.mswada.domain.bill.BillEngagement;
import org.mswada.domain.bill.BillEngagementRepository;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.bill.BillOverview;
import org.mswada.domain.bill.BillRepository;
import org.mswada.domain.bill.BillVersion;
import org.mswada.domain.bill.EngagementDelta;
import org.mswada.domain.bill.EngagementResult;
import org.mswada.domain.tracking.TrackingId;
import org.mswada.domain.tracking.TrackingPreferences;
import org.mswada.domain.tracking.TrackingRepository;
import org.mswada.domain.tracking.TrackingTarget;
import org.mswada.domain.user.NewUser;
import org.mswada.domain.user.UserRepository;

/** What every adapter of {@link BillEngagementRepository} does. */
public interface BillEngagementRepositoryContract extends BillContract {
    BillEngagementRepository engagement();

    TrackingRepository tracking();

    UserRepository users();

    @Test
    default void moves_add_up_and_make_the_score() {
        BillContent content = bill(session(), "HR 1");
        store(content);

        assertThat(merge(content.newId(), new EngagementDelta(7, 1, 2, 3, 4, 5, 6))).isEqualTo(EngagementResult.MOVED);
        assertThat(merge(content.newId(), new EngagementDelta(3, 0, 0, -1, 0, 0, 0))).isEqualTo(EngagementResult.MOVED);

        BillEngagement found = of(content.newId());
        assertThat(found.counters()).isEqualTo(new EngagementDelta(10, 1, 2, 2, 4, 5, 6));
        // 10 x 15 votes + 5 x 1 + 3 x 2 + 2 x 2 + 0.1 x 10.
        assertThat(found.score()).isEqualByComparingTo(new BigDecimal("166"));
        assertThat(byId(content.newId()).orElseThrow().version()).isEqualTo(1);
    }

    @Test
    default void what_is_not_there_or_deleted_is_missing_and_does_not_touch_the_others() {
        BillContent content = bill(session(), "HR 1");
        BillContent deleted = bill(session(), "HR 2");
        store(content, deleted);
        write(session -> billWrites().deleteBatch(session, List.of(new BillVersion(deleted.newId(), 1))));
        BillId unknown = new BillId(UUID.randomUUID());

        assertThat(merge(Map.of(content.newId(), EngagementDelta.ONE_VIEW, deleted.newId(), EngagementDelta.ONE_VIEW,
                unknown, EngagementDelta.ONE_VIEW))).isEqualTo(Map.of(content.newId(), EngagementResult.MOVED,
                        deleted.newId(), EngagementResult.MISSING, unknown, EngagementResult.MISSING));
        assertThat(of(List.of(content.newId(), deleted.newId(), unknown))).containsOnlyKeys(content.newId());
    }

    @Test
    default void a_deleted_bill_has_no_counters_until_it_is_restored() {
        BillContent content = bill(session(), "HR 1");
        store(content);
        merge(content.newId(), EngagementDelta.ONE_VIEW);

        write(session -> billWrites().deleteBatch(session, List.of(new BillVersion(content.newId(), 1))));

        assertThat(of(List.of(content.newId()))).isEmpty();
        write(session -> billWrites().restore(session, content.newId()));
        assertThat(of(content.newId()).counters()).isEqualTo(EngagementDelta.ONE_VIEW);
    }

    @Test
    default void no_counter_goes_below_zero() {
        BillContent content = bill(session(), "HR 1");
        store(content);
        BillContent other = bill(session(), "HR 2");
        store(other);
        EngagementDelta less = new EngagementDelta(1, -1, 0, 0, 0, 0, 0);

        assertThat(merge(content.newId(), less)).as("the first move").isEqualTo(EngagementResult.BELOW_ZERO);
        assertThat(of(List.of(content.newId()))).isEmpty();
        merge(content.newId(), EngagementDelta.ONE_VIEW);

        assertThat(merge(Map.of(content.newId(), less, other.newId(), EngagementDelta.ONE_VIEW)))
                .as("a later one, and one of another bill").isEqualTo(Map.of(content.newId(),
                        EngagementResult.BELOW_ZERO, other.newId(), EngagementResult.MOVED));
        assertThat(of(content.newId()).counters()).as("none of them is moved").isEqualTo(EngagementDelta.ONE_VIEW);
        assertThat(of(other.newId()).counters()).isEqualTo(EngagementDelta.ONE_VIEW);
        merge(content.newId(), new EngagementDelta(0, 1, 0, 0, 0, 0, 0));
        assertThat(merge(content.newId(), less)).as("once there is one").isEqualTo(EngagementResult.MOVED);
    }

    @Test
    default void who_follows_a_bill_is_counted_with_each_who_comes_and_goes() {
        BillContent followed = bill(session(), "HR 1");
        BillContent other = bill(session(), "HR 2");
        BillContent quiet = bill(session(), "HR 3");
        store(followed, other, quiet);
        List<NewUser> all = List.of(UserFixtures.user("ada"), UserFixtures.user("bob"), UserFixtures.user("cleo"));
        write(session -> users().createBatch(session, all));
        all.forEach(user -> follow(user, followed));
        follow(all.getFirst(), followed);
        follow(all.getFirst(), other);
        merge(other.newId(), EngagementDelta.ONE_VIEW);

        assertThat(of(List.of(followed.newId(), other.newId(), quiet.newId()))).isEqualTo(Map.of(
                followed.newId(), new BillEngagement(EngagementDelta.NONE, 3, BigDecimal.ZERO),
                other.newId(), new BillEngagement(EngagementDelta.ONE_VIEW, 1, new BigDecimal("0.1"))));

        write(session -> tracking().unfollow(session, all.get(0).id(), target(followed)));
        assertThat(of(followed.newId()).trackers()).isEqualTo(2);
        write(session -> users().erase(session, all.get(1).id()));
        assertThat(of(followed.newId()).trackers()).as("who is erased follows nothing").isEqualTo(1);
        write(session -> users().deleteBatch(session, List.of(all.get(2).id())));
        assertThat(of(List.of(followed.newId()))).isEmpty();
        assertThat(byId(followed.newId()).orElseThrow().version()).isEqualTo(1);
    }

    @Test
    default void a_call_about_more_bills_than_one_may_be_is_the_callers_bug() {
        Map<BillId, EngagementDelta> many = Stream.generate(() -> new BillId(UUID.randomUUID()))
                .limit(BillRepository.MAXIMUM_IDS + 1L)
                .collect(Collectors.toMap(Function.identity(), id -> EngagementDelta.ONE_VIEW));

        assertThatThrownBy(() -> write(session -> engagement().merge(session, many)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> read(session -> engagement().engagement(session, many.keySet())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    default void the_most_engaged_come_first() {
        BillContent little = bill(session(), "HR 1");
        BillContent much = bill(session(), "HR 2");
        BillContent none = bill(session(), "HR 3");
        store(little, much, none);
        merge(little.newId(), EngagementDelta.ONE_VIEW);
        merge(much.newId(), new EngagementDelta(0, 1, 0, 0, 0, 0, 0));

        assertThat(this.<List<BillOverview>>read(session -> engagement().mostEngaged(session, 5)))
                .extracting(BillOverview::id)
                .containsExactly(much.newId(), little.newId());
        assertThat(this.<List<BillOverview>>read(session -> engagement().mostEngaged(session, 1))).hasSize(1);
    }

    private EngagementResult merge(BillId id, EngagementDelta delta) {
        return Objects.requireNonNull(merge(Map.of(id, delta)).get(id), "each bill is told of");
    }

    private Map<BillId, EngagementResult> merge(Map<BillId, EngagementDelta> deltas) {
        return write(session -> engagement().merge(session, deltas));
    }

    private Map<BillId, BillEngagement> of(List<BillId> bills) {
        return read(session -> engagement().engagement(session, bills));
    }

    private BillEngagement of(BillId id) {
        return of(List.of(id)).getOrDefault(id, BillEngagement.NONE);
    }

    private void follow(NewUser user, BillContent bill) {
        write(session -> tracking().follow(session, new TrackingId(UUID.randomUUID()), user.id(), target(bill),
                TrackingPreferences.DEFAULT));
    }

    private static TrackingTarget target(BillContent bill) {
        return new TrackingTarget.OfBill(bill.newId());
    }
}
