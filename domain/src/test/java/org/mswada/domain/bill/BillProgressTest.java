package org.mswada.domain.bill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class BillProgressTest {
    private static final LocalDate DAY = LocalDate.of(2013, 4, 11);

    private static BillAction action(int sequence, int days, @Nullable BillStatus status) {
        return new BillAction(sequence, DAY.plusDays(days), null, "Action " + sequence, List.of(), status);
    }

    @Test
    void a_bill_without_actions_was_introduced() {
        assertThat(BillProgress.of(DAY, List.of()))
                .isEqualTo(new BillProgress(BillStatus.INTRODUCED, DAY, null, DAY, null, null));
    }

    @Test
    void the_last_asserted_status_holds_and_names_its_action() {
        assertThat(BillProgress.of(DAY,
                List.of(action(0, 1, BillStatus.IN_COMMITTEE), action(1, 2, BillStatus.REPORTED), action(2, 9, null))))
                .isEqualTo(new BillProgress(BillStatus.REPORTED, DAY.plusDays(2), 1, DAY, DAY.plusDays(9), "Action 2"));
    }

    @Test
    void a_status_asserted_again_keeps_the_day_it_began() {
        BillProgress progress = BillProgress.of(DAY,
                List.of(action(0, 1, BillStatus.IN_COMMITTEE), action(1, 5, BillStatus.IN_COMMITTEE)));
        assertThat(progress.statusAction()).isZero();
        assertThat(progress.statusSince()).isEqualTo(DAY.plusDays(1));
        assertThat(progress.latestActionOn()).isEqualTo(DAY.plusDays(5));
    }

    @Test
    void a_status_that_comes_back_begins_anew() {
        BillProgress progress = BillProgress.of(DAY, List.of(action(0, 1, BillStatus.PASSED_CHAMBER),
                action(1, 2, BillStatus.STALLED), action(2, 3, BillStatus.PASSED_CHAMBER)));
        assertThat(progress.status()).isEqualTo(BillStatus.PASSED_CHAMBER);
        assertThat(progress.statusAction()).isEqualTo(2);
        assertThat(progress.statusSince()).isEqualTo(DAY.plusDays(3));
    }

    @Test
    void an_introduction_that_is_an_action_is_named_as_the_cause() {
        BillProgress progress = BillProgress.of(DAY, List.of(action(0, 1, BillStatus.INTRODUCED)));
        assertThat(progress.statusAction()).isZero();
        assertThat(progress.statusSince()).isEqualTo(DAY.plusDays(1));
        assertThat(progress.introducedOn()).isEqualTo(DAY);
    }

    @Test
    void a_draft_is_a_bill_whose_first_action_says_so() {
        assertThat(BillProgress.of(DAY, List.of(action(0, 0, BillStatus.DRAFT))).status()).isEqualTo(BillStatus.DRAFT);
    }

    @Test
    void the_order_of_the_list_counts_and_not_the_days() {
        BillProgress progress = BillProgress.of(DAY,
                List.of(action(0, 9, BillStatus.REPORTED), action(1, 2, BillStatus.PASSED_CHAMBER)));
        assertThat(progress.status()).isEqualTo(BillStatus.PASSED_CHAMBER);
        assertThat(progress.latestActionOn()).isEqualTo(DAY.plusDays(2));
    }
}
