package org.mswada.support.portcontracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mswada.support.portcontracts.BillFixtures.bill;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
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
import org.mswada.domain.storage.ConstraintViolated;

/** What every adapter of {@link BillEngagementRepository} does. */
public interface BillEngagementRepositoryContract extends BillContract {
    BillEngagementRepository engagement();

    @Test
    default void moves_add_up_and_make_the_score() {
        BillContent content = bill(session(), "HR 1");
        store(content);

        assertThat(merge(content.newId(), new EngagementDelta(7, 1, 2, 3, 4, 5, 6, 8))).isEqualTo(1);
        assertThat(merge(content.newId(), new EngagementDelta(3, 0, 0, -1, 0, 0, 0, -8))).isEqualTo(1);

        BillEngagement found = of(content.newId());
        assertThat(found.counters()).isEqualTo(new EngagementDelta(10, 1, 2, 2, 4, 5, 6, 0));
        // 10 x 15 votes + 5 x 1 + 3 x 2 + 2 x 2 + 0.1 x 10.
        assertThat(found.score()).isEqualByComparingTo(new BigDecimal("166"));
        assertThat(byId(content.newId()).orElseThrow().version()).isEqualTo(1);
    }

    @Test
    default void what_is_not_there_or_deleted_is_passed_over() {
        BillContent content = bill(session(), "HR 1");
        BillContent deleted = bill(session(), "HR 2");
        store(content, deleted);
        write(session -> billWrites().deleteBatch(session, List.of(new BillVersion(deleted.newId(), 1))));
        BillId unknown = new BillId(UUID.randomUUID());

        assertThat(
                this.<Integer>write(session -> engagement().merge(session,
                        Map.of(content.newId(), EngagementDelta.ONE_VIEW,
                                deleted.newId(), EngagementDelta.ONE_VIEW, unknown, EngagementDelta.ONE_VIEW))))
                .isEqualTo(1);
        assertThat(this.<Map<BillId, BillEngagement>>read(session -> engagement().engagement(session,
                List.of(content.newId(), deleted.newId(), unknown)))).containsOnlyKeys(content.newId());
    }

    @Test
    default void no_counter_goes_below_zero() {
        BillContent content = bill(session(), "HR 1");
        store(content);
        EngagementDelta less = new EngagementDelta(0, -1, 0, 0, 0, 0, 0, 0);

        assertThatThrownBy(() -> merge(content.newId(), less)).isInstanceOf(ConstraintViolated.class);
        merge(content.newId(), EngagementDelta.ONE_VIEW);
        assertThatThrownBy(() -> merge(content.newId(), less)).isInstanceOf(ConstraintViolated.class);
        assertThat(of(content.newId()).counters()).isEqualTo(EngagementDelta.ONE_VIEW);
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
        merge(much.newId(), new EngagementDelta(0, 1, 0, 0, 0, 0, 0, 0));

        assertThat(this.<List<BillOverview>>read(session -> engagement().mostEngaged(session, 5)))
                .extracting(BillOverview::id)
                .containsExactly(much.newId(), little.newId());
        assertThat(this.<List<BillOverview>>read(session -> engagement().mostEngaged(session, 1))).hasSize(1);
    }

    private int merge(BillId id, EngagementDelta delta) {
        return write(session -> engagement().merge(session, Map.of(id, delta)));
    }

    private BillEngagement of(BillId id) {
        return read(session -> engagement().engagement(session, List.of(id)).getOrDefault(id, BillEngagement.NONE));
    }
}
