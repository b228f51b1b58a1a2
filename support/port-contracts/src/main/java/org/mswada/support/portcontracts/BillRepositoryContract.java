package org.mswada.support.portcontracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mswada.support.portcontracts.BillFixtures.INTRODUCED_ON;
import static org.mswada.support.portcontracts.BillFixtures.bill;
import static org.mswada.support.portcontracts.BillFixtures.key;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mswada.domain.bill.Bill;
import org.mswada.domain.bill.BillAction;
import org.mswada.domain.bill.BillContent;
import org.mswada.domain.bill.BillCursor;
import org.mswada.domain.bill.BillFilter;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.bill.BillOverview;
import org.mswada.domain.bill.BillPage;
import org.mswada.domain.bill.BillRepository;
import org.mswada.domain.bill.BillSort;
import org.mswada.domain.bill.BillStatus;
import org.mswada.domain.bill.BillWriteRepository;
import org.mswada.domain.bill.SponsorEntityType;
import org.mswada.domain.bill.Sponsorship;
import org.mswada.domain.bill.SponsorshipRole;
import org.mswada.domain.bill.UpsertResult;
import org.mswada.domain.legislature.Chamber;
import org.mswada.domain.legislature.JurisdictionCode;
import org.mswada.domain.legislature.LegislatureRepository;
import org.mswada.domain.legislature.SessionId;
import org.mswada.domain.legislature.SessionIdentifier;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.ReadSession;
import org.mswada.domain.storage.UnitOfWork;

/** What every adapter of {@link BillRepository} does. Each test begins with empty storage. */
public interface BillRepositoryContract {
    Operation READ = Operation.read("test.read");
    Operation WRITE = Operation.write("test.write");

    UnitOfWork units();

    BillRepository bills();

    BillWriteRepository billWrites();

    LegislatureRepository legislatures();

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
    default void a_list_is_walked_by_pages_without_gap_or_repetition() {
        List<BillContent> stored = IntStream.range(0, 23).mapToObj(
                number -> bill(session(), "HR " + number, INTRODUCED_ON.plusDays(number / 5), "Title " + number))
                .toList();
        store(stored.toArray(BillContent[]::new));

        List<BillOverview> walked = new ArrayList<>();
        BillCursor after = null;
        do {
            BillPage page = page(BillFilter.ALL, after, 4);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(4);
            walked.addAll(page.items());
            after = page.next();
        } while (after != null);

        assertThat(walked).extracting(BillOverview::id).doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(stored.stream().map(BillContent::newId).toList());
        assertThat(walked).extracting(bill -> bill.progress().introducedOn())
                .isSortedAccordingTo((one, other) -> other.compareTo(one));
    }

    @Test
    default void a_full_last_page_has_no_next() {
        store(bill(session(), "HR 1"), bill(session(), "HR 2"));

        assertThat(page(BillFilter.ALL, null, 2).next()).isNull();
        assertThat(page(BillFilter.ALL, null, 1).next()).isNotNull();
    }

    @Test
    default void filters_restrict_alone_and_together() {
        BillContent committee = bill(session(), "HR 1");
        BillContent failed = bill(session("2026"), "HR 2", INTRODUCED_ON, "t", List.of(),
                List.of(BillFixtures.action(0, BillStatus.FAILED)));
        store(committee, failed);
        JurisdictionCode here = BillFixtures.JURISDICTION.code();
        SessionIdentifier first = BillFixtures.SESSION.identifier();

        assertThat(list(BillFilter.builder().statuses(Set.of(BillStatus.FAILED)).build())).containsExactly(failed.newId());
        assertThat(list(BillFilter.builder().session(first).build())).containsExactly(committee.newId());
        assertThat(list(BillFilter.builder().jurisdiction(here).chamber(Chamber.LOWER).build())).hasSize(2);
        assertThat(list(BillFilter.builder().chamber(Chamber.UPPER).build())).isEmpty();
        assertThat(list(BillFilter.builder().jurisdiction(new JurisdictionCode("yy")).build())).isEmpty();
        assertThat(list(BillFilter.builder().jurisdiction(here).session(first)
                .statuses(Set.of(BillStatus.FAILED)).chamber(Chamber.LOWER).build())).isEmpty();
    }

    @Test
    default void a_limit_out_of_range_is_refused() {
        assertThatThrownBy(() -> page(BillFilter.ALL, null, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> page(BillFilter.ALL, null, BillPage.MAXIMUM_LIMIT + 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private <T> T read(Function<ReadSession, T> work) {
        return units().read(READ, work);
    }

    private Optional<Bill> byId(BillId id) {
        return read(session -> bills().findById(session, id));
    }

    private Optional<Bill> byKey(String number) {
        return read(session -> bills().findByKey(session, key(number)));
    }

    private SessionId session() {
        return session(BillFixtures.SESSION.identifier().value());
    }

    private SessionId session(String identifier) {
        return units().write(WRITE, session -> legislatures().ensureSession(session, BillFixtures.JURISDICTION,
                BillFixtures.session(identifier), new SessionId(UUID.randomUUID())));
    }

    private List<UpsertResult> store(BillContent... contents) {
        return units().write(WRITE, session -> billWrites().upsertBatch(session, List.of(contents)));
    }

    private List<Sponsorship> sponsorships(BillId id) {
        return read(session -> bills().sponsorships(session, List.of(id)).getOrDefault(id, List.of()));
    }

    private List<BillAction> actions(BillId id) {
        return read(session -> bills().actions(session, List.of(id)).getOrDefault(id, List.of()));
    }

    private BillPage page(BillFilter filter, @Nullable BillCursor after, int limit) {
        return read(session -> bills().list(session, filter, BillSort.INTRODUCED, after, limit));
    }

    private List<BillId> list(BillFilter filter) {
        return page(filter, null, BillPage.MAXIMUM_LIMIT).items().stream().map(BillOverview::id).toList();
    }
}
