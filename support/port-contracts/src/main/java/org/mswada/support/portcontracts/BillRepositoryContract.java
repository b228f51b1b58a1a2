package org.mswada.support.portcontracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mswada.support.portcontracts.BillFixtures.INTRODUCED_ON;
import static org.mswada.support.portcontracts.BillFixtures.bill;
import static org.mswada.support.portcontracts.BillFixtures.key;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.mswada.domain.bill.Bill;
import org.mswada.domain.bill.BillAction;
import org.mswada.domain.bill.BillContent;
import org.mswada.domain.bill.BillContext;
import org.mswada.domain.bill.BillCount;
import org.mswada.domain.bill.BillFilter;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.bill.BillIdentifier;
import org.mswada.domain.bill.BillRepository;
import org.mswada.domain.bill.BillStatus;
import org.mswada.domain.bill.RelatedBill;
import org.mswada.domain.bill.RelationKind;
import org.mswada.domain.bill.SponsorEntityType;
import org.mswada.domain.bill.Sponsorship;
import org.mswada.domain.bill.SponsorshipRole;
import org.mswada.domain.bill.StatusChange;
import org.mswada.domain.bill.StatusHistory;
import org.mswada.domain.bill.UpsertResult;
import org.mswada.domain.legislature.SessionIdentifier;
import org.mswada.domain.sponsor.ExternalIdentifier;
import org.mswada.domain.storage.ReadSession;

/** What every adapter of {@link BillRepository} does. Each test begins with empty storage. */
public interface BillRepositoryContract extends BillContract {
    @Test
    default void what_is_stored_is_found_again_whole() {
        BillContent content = bill(session(), "HR 1", INTRODUCED_ON, "A title\twith\ttabs, \\ \"quotes\"\nand lines",
                List.of(new Sponsorship(0, null, "O'Hara \\N", SponsorEntityType.COMMITTEE, SponsorshipRole.PRIMARY,
                        INTRODUCED_ON, INTRODUCED_ON.plusDays(3))),
                List.of(new BillAction(0, INTRODUCED_ON, Instant.parse("2025-03-10T10:15:30.123456Z"),
                        "Referred to {\"a\", NULL}", List.of("referral-committee", "odd \"class\", {x}"), null),
                        new BillAction(1, INTRODUCED_ON, null, "Reported", List.of(), BillStatus.REPORTED)));

        assertThat(store(content)).containsExactly(UpsertResult.INSERTED);

        Bill found = byId(content.newId()).orElseThrow();
        assertThat(found.overview().key()).isEqualTo(key("HR 1"));
        assertThat(found.overview().title()).isEqualTo(content.title());
        assertThat(found.overview().progress()).isEqualTo(content.progress());
        assertThat(found.overview().progress().statusAction()).isEqualTo(1);
        assertThat(found.subjects()).containsExactly("Water", "Roads");
        assertThat(found.version()).isEqualTo(1);
        assertThat(sponsorships(content.newId())).isEqualTo(content.sponsorships());
        assertThat(actions(content.newId())).isEqualTo(content.actions());
    }

    @Test
    default void a_bill_is_found_by_any_spelling_of_its_number() {
        store(bill(session(), "H.R. 1531"));

        for (String spelling : List.of("HR 1531", "hr1531", "h.r.1531", "HR01531")) {
            assertThat(byKey(spelling)).as(spelling).isPresent();
        }
        assertThat(byKey("HR 1532")).isEmpty();
    }

    @Test
    default void what_is_not_there_is_empty() {
        assertThat(byId(new BillId(UUID.randomUUID()))).isEmpty();
        assertThat(sponsorships(new BillId(UUID.randomUUID()))).isEmpty();
        assertThat(list(BillFilter.ALL)).isEmpty();
    }

    @Test
    default void storing_the_same_again_changes_nothing() {
        BillContent content = bill(session(), "HR 1");
        store(content);
        Bill before = byKey("HR 1").orElseThrow();

        assertThat(store(bill(session(), "hr-1", INTRODUCED_ON, content.title())))
                .containsExactly(UpsertResult.UNCHANGED);

        assertThat(byKey("HR 1")).contains(before);
    }

    @Test
    default void a_changed_bill_keeps_its_id_and_counts_a_version() {
        BillContent first = bill(session(), "HR 1");
        store(first);

        BillContent changed = bill(session(), "HR 1", INTRODUCED_ON, "Another title", List.of(),
                List.of(BillFixtures.action(0, BillStatus.FAILED)));
        assertThat(store(changed)).containsExactly(UpsertResult.UPDATED);

        Bill found = byKey("HR 1").orElseThrow();
        assertThat(found.overview().id()).isEqualTo(first.newId());
        assertThat(found.version()).isEqualTo(2);
        assertThat(found.overview().progress().status()).isEqualTo(BillStatus.FAILED);
        assertThat(sponsorships(first.newId())).isEmpty();
        assertThat(actions(first.newId())).isEqualTo(changed.actions());
    }

    @Test
    default void results_come_in_the_order_of_the_bills() {
        store(bill(session(), "HR 2"), bill(session(), "HR 4"));

        assertThat(store(bill(session(), "HR 1"), bill(session(), "HR 2"),
                bill(session(), "HR 4", INTRODUCED_ON, "Changed"), bill(session(), "HR 3")))
                .containsExactly(UpsertResult.INSERTED, UpsertResult.UNCHANGED, UpsertResult.UPDATED,
                        UpsertResult.INSERTED);
    }

    @Test
    default void the_same_number_in_another_session_is_another_bill() {
        store(bill(session(), "HR 1"));

        assertThat(store(bill(session("2026"), "HR 1"))).containsExactly(UpsertResult.INSERTED);
        assertThat(list(BillFilter.ALL)).hasSize(2);
    }

    @Test
    default void bills_are_found_by_ids_in_the_order_asked_for() {
        BillContent one = bill(session(), "HR 1");
        BillContent two = bill(session(), "HR 2");
        store(one, two);
        BillId unknown = new BillId(UUID.randomUUID());

        assertThat(this
                .<List<Bill>>read(session -> bills().findByIds(session, List.of(two.newId(), unknown, one.newId()))))
                .extracting(found -> found.overview().id()).containsExactly(two.newId(), one.newId());
    }

    @Test
    default void a_call_about_more_bills_than_one_may_be_is_the_callers_bug() {
        List<BillId> most = Collections.nCopies(BillRepository.MAXIMUM_IDS, new BillId(UUID.randomUUID()));
        List<BillId> more = Collections.nCopies(BillRepository.MAXIMUM_IDS + 1, most.getFirst());
        List<BiFunction<ReadSession, List<BillId>, Object>> calls = List.of(bills()::findByIds, bills()::sponsorships,
                bills()::actions, bills()::relatedBills, bills()::statusHistories);

        for (BiFunction<ReadSession, List<BillId>, Object> call : calls) {
            assertThat(this.<Object>read(session -> call.apply(session, most))).isIn(List.of(), Map.of());
            assertThatThrownBy(() -> read(session -> call.apply(session, more)))
                    .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("ask in parts");
        }
    }

    @Test
    default void a_bill_is_found_by_its_name_in_another_register() {
        BillContext context = new BillContext(List.of(new ExternalIdentifier("gazette", "G:7/1"),
                new ExternalIdentifier("other", "7")), List.of("Coast, \"north\"", "Lake {x}"),
                "https://example.org/bills/1", "{\"by_request\": true}");
        BillContent content = BillFixtures.with(bill(session(), "HR 1"), context, List.of());
        store(content, bill(session(), "HR 2"));

        Bill found = read(session -> bills().findByExternalId(session, new ExternalIdentifier("gazette", "G:7/1")))
                .orElseThrow();
        assertThat(found.overview().id()).isEqualTo(content.newId());
        assertThat(found.context()).isEqualTo(context);
        assertThat(this.<Optional<Bill>>read(
                session -> bills().findByExternalId(session, new ExternalIdentifier("other", "8")))).isEmpty();
    }

    @Test
    default void related_bills_are_linked_as_soon_as_the_other_is_stored() {
        RelatedBill related = new RelatedBill(0, BillFixtures.SESSION.identifier(), BillIdentifier.of("S 5"),
                RelationKind.COMPANION, "companion", null);
        RelatedBill never = new RelatedBill(1, new SessionIdentifier("1999"), BillIdentifier.of("S 5"),
                RelationKind.RELATED, null, null);
        BillContent content = BillFixtures.with(bill(session(), "HR 1"), BillContext.NONE, List.of(related, never));
        store(content);
        assertThat(related(content.newId())).containsExactly(related, never);

        BillContent other = bill(session(), "s-5");
        store(other);
        assertThat(related(content.newId())).containsExactly(new RelatedBill(0, related.session(),
                related.identifier(), related.kind(), related.reason(), other.newId()), never);
        assertThat(related(other.newId())).isEmpty();
    }

    @Test
    default void the_status_history_follows_the_actions_and_ends_where_the_bill_is() {
        BillContent plain = bill(session(), "HR 1", INTRODUCED_ON, "t", List.of(), List.of());
        BillContent odd = bill(session(), "HR 2", INTRODUCED_ON, "t", List.of(),
                List.of(BillFixtures.action(0, BillStatus.ENACTED), BillFixtures.action(1, null),
                        BillFixtures.action(2, BillStatus.IN_COMMITTEE)));
        store(plain, odd);

        Map<BillId, StatusHistory> histories = read(
                session -> bills().statusHistories(session, List.of(plain.newId(), odd.newId())));
        assertThat(Objects.requireNonNull(histories.get(plain.newId())).changes())
                .containsExactly(new StatusChange(BillStatus.INTRODUCED, INTRODUCED_ON, null, false));
        assertThat(Objects.requireNonNull(histories.get(odd.newId())).changes()).containsExactly(
                new StatusChange(BillStatus.INTRODUCED, INTRODUCED_ON, null, false),
                new StatusChange(BillStatus.ENACTED, INTRODUCED_ON, 0, true),
                new StatusChange(BillStatus.IN_COMMITTEE, INTRODUCED_ON.plusDays(2), 2, true));
        assertThat(byId(odd.newId()).orElseThrow().irregular()).isTrue();
        assertThat(byId(plain.newId()).orElseThrow().irregular()).isFalse();
    }

    @Test
    default void a_count_says_how_it_is_meant() {
        store(bill(session(), "HR 1"), bill(session(), "HR 2"), bill(session("2026"), "HR 1"));
        BillFilter filter = BillFilter.builder().session(BillFixtures.SESSION.identifier()).build();

        assertThat(count(filter, BillCount.Way.EXACT)).isEqualTo(new BillCount(2, BillCount.Precision.EXACT));
        assertThat(count(filter, BillCount.Way.BOUNDED)).isEqualTo(new BillCount(2, BillCount.Precision.EXACT));
        assertThat(count(filter, BillCount.Way.ESTIMATED).precision()).isEqualTo(BillCount.Precision.ESTIMATED);
    }

    private BillCount count(BillFilter filter, BillCount.Way way) {
        return read(session -> bills().count(session, filter, way));
    }

    private List<RelatedBill> related(BillId id) {
        return read(session -> bills().relatedBills(session, List.of(id)).getOrDefault(id, List.of()));
    }
}
