package org.mswada.application.bill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mswada.application.memory.ImportedSamples;
import org.mswada.application.memory.Samples;
import org.mswada.domain.bill.BillAction;
import org.mswada.domain.bill.BillCursor;
import org.mswada.domain.bill.BillFilter;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.bill.BillIdentifier;
import org.mswada.domain.bill.BillKey;
import org.mswada.domain.bill.BillOverview;
import org.mswada.domain.bill.BillPage;
import org.mswada.domain.bill.BillSort;
import org.mswada.domain.bill.BillStatus;
import org.mswada.domain.bill.Sponsorship;
import org.mswada.domain.legislature.JurisdictionCode;
import org.mswada.domain.legislature.SessionIdentifier;

final class BillUseCasesTest {
    private final ImportedSamples stored = new ImportedSamples();
    private final GetBill get = new GetBill(stored.storage(), stored.bills());
    private final LookUpBill lookUp = new LookUpBill(stored.storage(), stored.bills());
    private final ListBills list = new ListBills(stored.storage(), stored.bills());
    private final ListBillsIncluding including = new ListBillsIncluding(stored.storage(), stored.bills());

    @BeforeEach
    void store() {
        stored.store(List.of(Samples.bill("2024", "HR 1", "Old"), Samples.bill("2025", "HR 1", "New"),
                Samples.bill("2025", "HR 2", "Other")));
    }

    private static BillKey key(String jurisdiction, String session, String number) {
        return new BillKey(new JurisdictionCode(jurisdiction), new SessionIdentifier(session),
                BillIdentifier.of(number));
    }

    @Test
    void a_bill_is_found_by_id_with_all_that_belongs_to_it() {
        BillId id = stored.storage().tables().bills().keySet().iterator().next();
        BillDetails details = get.byId(id).orElseThrow();
        assertThat(details.bill().overview().id()).isEqualTo(id);
        assertThat(details.bill().overview().title()).isEqualTo("Old");
        assertThat(details.sponsorships()).extracting(Sponsorship::ordinal).containsExactly(0, 1, 2);
        assertThat(details.actions()).extracting(BillAction::text).containsExactly("Introduced.", "Referred.");
    }

    @Test
    void an_unknown_id_finds_nothing() {
        assertThat(get.byId(new BillId(new UUID(1, 1)))).isEmpty();
    }

    @Test
    void any_spelling_of_a_number_finds_the_bill_of_that_session() {
        for (String number : List.of("HR 1", "h.r.1", "HR-0001")) {
            assertThat(lookUp.byKey(key("xx", "2025", number)).orElseThrow().bill().overview().title())
                    .isEqualTo("New");
        }
        assertThat(lookUp.byKey(key("xx", "2025", "HR 2")).orElseThrow().actions()).hasSize(2);
    }

    @Test
    void a_key_that_differs_in_one_part_finds_nothing() {
        assertThat(lookUp.byKey(key("yy", "2025", "HR 1"))).isEmpty();
        assertThat(lookUp.byKey(key("xx", "2023", "HR 1"))).isEmpty();
        assertThat(lookUp.byKey(key("xx", "2025", "HR 3"))).isEmpty();
    }

    @Test
    void a_bill_without_sponsors_and_actions_has_empty_lists() {
        stored.store(List.of(Samples.bare("HR 9")));
        BillDetails details = lookUp.byKey(key("xx", "2025", "HR 9")).orElseThrow();
        assertThat(details.sponsorships()).isEmpty();
        assertThat(details.actions()).isEmpty();
    }

    @Test
    void pages_put_together_are_the_list() {
        List<String> titles = new ArrayList<>();
        BillCursor after = null;
        do {
            BillPage page = list.page(BillFilter.ALL, BillSort.INTRODUCED, after, 2);
            page.items().forEach(bill -> titles.add(bill.title()));
            after = page.next();
        } while (after != null);
        assertThat(titles).containsExactly("Other", "New", "Old");
    }

    @Test
    void a_list_holds_of_each_bill_what_it_is_asked_to_include() {
        stored.store(List.of(Samples.bare("HR 9")));
        BillPageIncluding some = including.page(BillFilter.ALL, BillSort.INTRODUCED, null, 10,
                EnumSet.of(Include.ACTIONS, Include.STATUS_HISTORY));
        assertThat(some.page()).isEqualTo(list.page(BillFilter.ALL, BillSort.INTRODUCED, null, 10));
        assertThat(some.included().actions()).hasSize(3);
        assertThat(some.included().statusHistories()).hasSize(4);
        assertThat(some.included().sponsorships()).isNull();
        assertThat(some.included().relatedBills()).isNull();

        BillPageIncluding all = including.page(BillFilter.ALL, BillSort.INTRODUCED, null, 2,
                EnumSet.allOf(Include.class));
        assertThat(all.included().statusHistories()).containsOnlyKeys(
                all.page().items().stream().map(BillOverview::id).toList());
        assertThat(all.included().sponsorships()).isNotNull();
        assertThat(all.included().relatedBills()).isNotNull();
        assertThat(including.page(BillFilter.ALL, BillSort.INTRODUCED, null, 2, Set.of()).included())
                .isEqualTo(Included.NOTHING);
    }

    @Test
    void a_page_with_what_belongs_to_its_bills_is_shorter() {
        assertThatThrownBy(() -> including.page(BillFilter.ALL, BillSort.INTRODUCED, null,
                ListBillsIncluding.MAXIMUM_LIMIT + 1, EnumSet.of(Include.ACTIONS)))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("limit 51 is more than 50");
    }

    @Test
    void the_filter_reaches_the_repository() {
        BillFilter session = BillFilter.builder().session(new SessionIdentifier("2024")).build();
        BillFilter status = BillFilter.builder().statuses(Set.of(BillStatus.ENACTED)).build();
        assertThat(list.page(session, BillSort.INTRODUCED, null, 10).items()).singleElement()
                .extracting(bill -> bill.title())
                .isEqualTo("Old");
        assertThat(list.page(status, BillSort.INTRODUCED, null, 10).items()).isEmpty();
    }
}
