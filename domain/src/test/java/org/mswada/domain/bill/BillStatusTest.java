package org.mswada.domain.bill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.Queue;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class BillStatusTest {
    /** What the bills of the 109th, 112th and 113th Congress of the United States did. */
    @ParameterizedTest
    @CsvSource({"FAILED, PASSED_LEGISLATURE", "INTRODUCED, ADOPTED", "INTRODUCED, FAILED", "INTRODUCED, IN_COMMITTEE",
            "INTRODUCED, PASSED_CHAMBER", "INTRODUCED, REPORTED", "IN_COMMITTEE, ADOPTED", "IN_COMMITTEE, FAILED",
            "IN_COMMITTEE, PASSED_CHAMBER", "IN_COMMITTEE, REPORTED", "IN_COMMITTEE, STALLED",
            "PASSED_CHAMBER, ADOPTED", "PASSED_CHAMBER, ENACTED", "PASSED_CHAMBER, FAILED",
            "PASSED_CHAMBER, PASSED_LEGISLATURE", "PASSED_CHAMBER, RECONCILING", "PASSED_CHAMBER, STALLED",
            "PASSED_LEGISLATURE, ENACTED", "PASSED_LEGISLATURE, RECONCILING", "PASSED_LEGISLATURE, VETOED",
            "RECONCILING, ADOPTED", "RECONCILING, ENACTED", "RECONCILING, PASSED_LEGISLATURE", "RECONCILING, STALLED",
            "REPORTED, ADOPTED", "REPORTED, FAILED", "REPORTED, PASSED_CHAMBER", "REPORTED, STALLED", "STALLED, FAILED",
            "STALLED, PASSED_CHAMBER", "STALLED, RECONCILING"})
    void a_move_that_real_bills_made_is_allowed(BillStatus from, BillStatus to) {
        assertThat(from.next()).contains(to);
    }

    @ParameterizedTest
    @CsvSource({"INTRODUCED, DRAFT", "IN_COMMITTEE, INTRODUCED", "ENACTED, VETOED", "DRAFT, IN_COMMITTEE",
            "INTRODUCED, ENACTED", "IN_COMMITTEE, ENACTED", "PASSED_LEGISLATURE, WITHDRAWN", "FAILED, LAPSED",
            "LAPSED, INTRODUCED", "WITHDRAWN, INTRODUCED", "ADOPTED, ENACTED", "VETOED, PASSED_LEGISLATURE"})
    void a_move_that_makes_no_sense_is_not_allowed(BillStatus from, BillStatus to) {
        assertThat(from.next()).doesNotContain(to);
    }

    @Test
    void exactly_the_four_last_statuses_are_terminal() {
        assertThat(BillStatus.values()).hasSize(14).filteredOn(BillStatus::isTerminal).containsExactly(
                BillStatus.ENACTED, BillStatus.ADOPTED, BillStatus.WITHDRAWN, BillStatus.LAPSED);
    }

    @ParameterizedTest
    @EnumSource
    void no_status_follows_itself(BillStatus status) {
        assertThat(status.next()).doesNotContain(status);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = {"DRAFT", "FAILED", "ENACTED", "ADOPTED", "WITHDRAWN",
            "LAPSED"})
    void every_open_status_may_lapse(BillStatus status) {
        assertThat(status.next()).contains(BillStatus.LAPSED);
    }

    @Test
    void every_status_can_be_reached_from_a_draft() {
        Set<BillStatus> reached = EnumSet.of(BillStatus.DRAFT);
        Queue<BillStatus> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            open.remove().next().stream().filter(reached::add).forEach(open::add);
        }
        assertThat(reached).containsExactly(BillStatus.values());
    }

    @Test
    void a_caller_cannot_change_the_machine() {
        BillStatus.DRAFT.next().clear();
        assertThat(BillStatus.DRAFT.next()).containsExactly(BillStatus.INTRODUCED, BillStatus.WITHDRAWN);
    }
}
