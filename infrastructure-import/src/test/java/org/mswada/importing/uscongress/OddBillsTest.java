package org.mswada.importing.uscongress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mswada.application.importing.ImportedBill;
import org.mswada.application.importing.ImportedSponsorship;
import org.mswada.domain.bill.BillAction;
import org.mswada.domain.bill.BillProgress;
import org.mswada.domain.bill.BillStatus;
import org.mswada.domain.bill.SponsorshipRole;

/** The odd cases that the description of the data lists, all of which are in its sample. */
final class OddBillsTest {
    private static final Map<String, ImportedBill> BILLS = new HashMap<>();

    @BeforeAll
    static void read() {
        for (ImportedBill bill : Items.of(RealData.bills("sample")).bills()) {
            BILLS.put(bill.identifier().printed() + "/" + bill.session().identifier().value(), bill);
        }
    }

    private static ImportedBill bill(String key) {
        return Objects.requireNonNull(BILLS.get(key), key);
    }

    private static BillStatus status(ImportedBill bill) {
        return BillProgress.of(bill.introducedOn(), bill.actions()).status();
    }

    private static List<ImportedSponsorship> repeated(ImportedBill bill) {
        return bill.sponsorships().stream()
                .filter(one -> bill.sponsorships().stream()
                        .filter(other -> other.role() == one.role() && Objects.equals(other.sponsor(), one.sponsor()))
                        .count() > 1)
                .toList();
    }

    @Test
    void a_law_without_a_sponsor_has_no_primary_sponsorship() {
        ImportedBill bill = bill("HJRES 47/109");
        assertThat(status(bill)).isEqualTo(BillStatus.ENACTED);
        assertThat(bill.sponsorships()).extracting(ImportedSponsorship::role)
                .doesNotContain(SponsorshipRole.PRIMARY);
        assertThat(bill.lawNumber()).startsWith("Public Law 109-");
    }

    @Test
    void a_reserved_number_has_a_sponsor_and_no_actions() {
        int reserved = 0;
        for (String key : List.of("HR 1/109", "HR 2/109", "HR 7/109", "HR 10/109")) {
            ImportedBill bill = BILLS.get(key);
            if (bill != null && bill.actions().isEmpty()) {
                reserved++;
                assertThat(bill.title()).contains("Reserved");
                assertThat(bill.sponsorships()).hasSize(1);
                assertThat(status(bill)).isEqualTo(BillStatus.INTRODUCED);
                assertThat(BillProgress.of(bill.introducedOn(), bill.actions()).statusAction()).isNull();
            }
        }
        assertThat(reserved).isEqualTo(4);
    }

    @Test
    void who_withdraws_and_joins_again_has_two_cosponsorships() {
        for (String key : List.of("HR 632/113", "HRES 88/113")) {
            List<ImportedSponsorship> twice = repeated(bill(key));
            assertThat(twice).hasSize(2);
            assertThat(twice.getFirst().withdrawnOn()).isNull();
            assertThat(twice.getLast().withdrawnOn()).isNotNull().isBefore(twice.getFirst().joinedOn());
        }
    }

    @Test
    void who_is_listed_twice_is_kept_twice() {
        List<ImportedSponsorship> twice = repeated(bill("HR 5160/113"));
        assertThat(twice).hasSize(2);
        assertThat(twice.getLast().joinedOn().plusDays(1)).isEqualTo(twice.getFirst().joinedOn());
    }

    @Test
    void actions_of_a_day_keep_their_order_with_and_without_a_time() {
        boolean mixed = false;
        for (ImportedBill bill : BILLS.values()) {
            LocalDate day = LocalDate.MIN;
            boolean timed = false;
            for (BillAction action : bill.actions()) {
                mixed |= action.occurredOn().equals(day) && timed != (action.occurredAt() != null);
                day = action.occurredOn();
                timed = action.occurredAt() != null;
            }
        }
        assertThat(mixed).isTrue();
    }

    @Test
    void the_day_of_an_action_is_the_one_written_not_the_one_in_UTC() {
        assertThat(BILLS.values().stream().flatMap(bill -> bill.actions().stream())
                .filter(action -> action.occurredAt() != null && !action.occurredAt().toString()
                        .startsWith(action.occurredOn().toString()))
                .allMatch(action -> action.occurredAt().toString()
                        .startsWith(action.occurredOn().plusDays(1).toString())))
                .isTrue();
        assertThat(BILLS.values().stream().flatMap(bill -> bill.actions().stream())
                .filter(action -> action.occurredAt() != null && !action.occurredAt().toString()
                        .startsWith(action.occurredOn().toString())))
                .isNotEmpty();
    }

    @Test
    void the_longest_texts_and_lists_come_through_whole() {
        assertThat(BILLS.values().stream().mapToInt(bill -> bill.title().length()).max()).hasValue(1_127);
        assertThat(BILLS.values().stream().map(ImportedBill::summary).filter(Objects::nonNull).mapToInt(String::length)
                .max()).hasValue(317_031);
        assertThat(BILLS.values().stream().mapToInt(bill -> bill.actions().size()).max()).hasValue(363);
        assertThat(BILLS.values().stream().mapToLong(bill -> bill.sponsorships().stream()
                .filter(it -> it.role() == SponsorshipRole.COSPONSOR).count()).max()).hasValue(432);
    }

    @Test
    void a_private_law_is_cited_as_one() {
        assertThat(BILLS.values()).extracting(ImportedBill::lawNumber).filteredOn(Objects::nonNull)
                .allMatch(number -> number.matches("(Public|Private) Law 1(09|12|13)-[0-9]+"));
    }
}
