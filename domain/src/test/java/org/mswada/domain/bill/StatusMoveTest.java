package org.mswada.domain.bill;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mswada.domain.legislature.Chamber;

final class StatusMoveTest {
    @Test
    void a_person_may_only_do_what_the_machine_allows_and_is_told_what_that_is() {
        assertThat(StatusMove.judge(StatusMove.Mode.STRICT, Chamber.LOWER, BillStatus.VETOED, BillStatus.ENACTED))
                .isEqualTo(new StatusMove.Allowed(false));
        assertThat(StatusMove.judge(StatusMove.Mode.STRICT, Chamber.LOWER, BillStatus.VETOED, BillStatus.ADOPTED))
                .isEqualTo(new StatusMove.Refused(BillStatus.VETOED, BillStatus.ADOPTED,
                        BillStatus.VETOED.next(Chamber.LOWER)));
    }

    @ParameterizedTest
    @EnumSource
    void what_a_source_says_is_recorded_and_flagged_where_a_person_would_be_refused(BillStatus from) {
        for (Chamber chamber : Chamber.values()) {
            for (BillStatus to : BillStatus.values()) {
                boolean refused = StatusMove.judge(StatusMove.Mode.STRICT, chamber, from,
                        to) instanceof StatusMove.Refused;
                assertThat(StatusMove.judge(StatusMove.Mode.IMPORT, chamber, from, to))
                        .isEqualTo(new StatusMove.Allowed(refused));
            }
        }
    }

    @Test
    void in_two_chambers_a_bill_passes_one_before_the_legislature_and_in_one_chamber_at_once() {
        for (BillStatus from : new BillStatus[]{BillStatus.INTRODUCED, BillStatus.IN_COMMITTEE, BillStatus.REPORTED}) {
            assertThat(from.next(Chamber.LOWER)).contains(BillStatus.PASSED_CHAMBER)
                    .doesNotContain(BillStatus.PASSED_LEGISLATURE);
            assertThat(from.next(Chamber.UNICAMERAL)).contains(BillStatus.PASSED_LEGISLATURE)
                    .doesNotContain(BillStatus.PASSED_CHAMBER);
        }
        assertThat(BillStatus.STALLED.next(Chamber.UNICAMERAL)).contains(BillStatus.PASSED_LEGISLATURE);
        assertThat(BillStatus.PASSED_CHAMBER.next(Chamber.UPPER)).contains(BillStatus.PASSED_LEGISLATURE);
    }

    @Test
    void what_is_settled_never_lapses_and_all_else_after_a_draft_does() {
        assertThat(BillStatus.values()).filteredOn(BillStatus::isOpen).containsExactly(BillStatus.INTRODUCED,
                BillStatus.IN_COMMITTEE, BillStatus.REPORTED, BillStatus.PASSED_CHAMBER, BillStatus.RECONCILING,
                BillStatus.STALLED, BillStatus.PASSED_LEGISLATURE);
        assertThat(BillStatus.values()).filteredOn(BillStatus::isSoftTerminal).containsExactly(BillStatus.VETOED,
                BillStatus.FAILED);
    }
}
