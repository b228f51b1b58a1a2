package org.mswada.domain.bill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mswada.domain.legislature.Chamber;

final class StatusHistoryTest {
    private static final LocalDate DAY = LocalDate.of(2013, 4, 11);

    @Test
    void a_bill_without_actions_was_introduced() {
        assertThat(history().changes()).containsExactly(new StatusChange(BillStatus.INTRODUCED, DAY, null, false));
    }

    @Test
    void each_status_names_its_action_and_a_repetition_is_none() {
        assertThat(history(BillStatus.IN_COMMITTEE, null, BillStatus.IN_COMMITTEE, BillStatus.REPORTED).changes())
                .containsExactly(new StatusChange(BillStatus.INTRODUCED, DAY, null, false),
                        new StatusChange(BillStatus.IN_COMMITTEE, DAY, 0, false),
                        new StatusChange(BillStatus.REPORTED, DAY.plusDays(3), 3, false));
    }

    @Test
    void an_action_that_says_how_the_bill_began_is_its_beginning() {
        assertThat(history(BillStatus.DRAFT, BillStatus.INTRODUCED).changes()).containsExactly(
                new StatusChange(BillStatus.DRAFT, DAY, 0, false),
                new StatusChange(BillStatus.INTRODUCED, DAY.plusDays(1), 1, false));
        assertThat(history(BillStatus.INTRODUCED).changes())
                .containsExactly(new StatusChange(BillStatus.INTRODUCED, DAY, 0, false));
    }

    @Test
    void a_move_that_the_machine_does_not_know_is_kept_and_flagged() {
        StatusHistory history = history(BillStatus.IN_COMMITTEE, BillStatus.ENACTED);
        assertThat(history.isIrregular()).isTrue();
        assertThat(history.changes().getLast()).isEqualTo(
                new StatusChange(BillStatus.ENACTED, DAY.plusDays(1), 1, true));
        assertThat(history(BillStatus.IN_COMMITTEE, BillStatus.REPORTED).isIrregular()).isFalse();
        assertThat(history(BillStatus.IN_COMMITTEE, BillStatus.DRAFT).isIrregular()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void each_move_is_flagged_as_it_is_judged_where_a_source_says_it(BillStatus from) {
        for (Chamber chamber : Chamber.values()) {
            for (BillStatus to : EnumSet.complementOf(EnumSet.of(from))) {
                StatusHistory history = StatusHistory.of(chamber, DAY, List.of(action(0, from), action(1, to)));

                assertThat(new StatusMove.Allowed(history.changes().getLast().irregular()))
                        .isEqualTo(StatusMove.judge(StatusMove.Mode.IMPORT, chamber, from, to));
            }
        }
    }

    @Test
    void passage_by_the_legislature_at_once_is_regular_in_one_chamber_only() {
        List<BillAction> actions = List.of(action(0, BillStatus.PASSED_LEGISLATURE));
        assertThat(StatusHistory.of(Chamber.UNICAMERAL, DAY, actions).isIrregular()).isFalse();
        assertThat(StatusHistory.of(Chamber.LOWER, DAY, actions).isIrregular()).isTrue();
    }

    @Test
    void the_last_of_it_is_where_the_bill_is_whatever_the_actions() {
        Random random = new Random(14);
        for (int round = 0; round < 5_000; round++) {
            List<BillAction> actions = new ArrayList<>();
            for (int sequence = 0; sequence < random.nextInt(8); sequence++) {
                int status = random.nextInt(BillStatus.values().length + 3);
                actions.add(action(sequence,
                        status < BillStatus.values().length ? BillStatus.values()[status] : null));
            }
            BillProgress progress = BillProgress.of(DAY, actions);
            StatusChange last = StatusHistory.of(Chamber.UPPER, DAY, actions).changes().getLast();
            assertThat(last.status()).isEqualTo(progress.status());
            assertThat(last.since()).isEqualTo(progress.statusSince());
            assertThat(last.action()).isEqualTo(progress.statusAction());
        }
    }

    private static StatusHistory history(@Nullable BillStatus... statuses) {
        List<BillAction> actions = new ArrayList<>();
        for (int sequence = 0; sequence < statuses.length; sequence++) {
            actions.add(action(sequence, statuses[sequence]));
        }
        return StatusHistory.of(Chamber.LOWER, DAY, actions);
    }

    private static BillAction action(int sequence, @Nullable BillStatus status) {
        return new BillAction(sequence, DAY.plusDays(sequence), null, "Action " + sequence, List.of(), status);
    }
}
