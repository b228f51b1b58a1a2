package org.mswada.db.execution;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which position covers what a standby showed. */
final class PositionQuestionTest {
    @Test
    void where_a_standby_has_received_what_it_has_replayed_it_shows_no_more() {
        assertThat(PositionQuestion.seen(100, "0/64")).isEqualTo(100);
    }

    @Test
    void where_a_standby_has_received_more_it_may_show_the_next_record() {
        assertThat(PositionQuestion.seen(100, "0/65")).isEqualTo(101);
    }

    /** It replays from an archive, or from what it has on its disk, and nothing says whether there is more. */
    @Test
    void where_a_standby_replays_what_it_has_not_received_it_may_show_the_next_record() {
        assertThat(PositionQuestion.seen(100, null)).isEqualTo(101);
        assertThat(PositionQuestion.seen(100, "0/10")).isEqualTo(101);
    }
}
