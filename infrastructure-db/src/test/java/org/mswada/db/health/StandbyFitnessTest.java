package org.mswada.db.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mswada.db.health.FakeCluster.FIRST;
import static org.mswada.db.health.FakeCluster.INTERVAL;
import static org.mswada.db.health.FakeCluster.PRIMARY;
import static org.mswada.db.health.FakeCluster.QUICK;
import static org.mswada.db.health.FakeCluster.START;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Which standby takes reads. */
final class StandbyFitnessTest {
    private static final long MEGABYTE = 1 << 20;
    private static final Duration SLOW = Duration.ofMillis(101);

    private final FakeCluster cluster = new FakeCluster();
    private final ClusterView view = cluster.view;
    private long written = 100 * MEGABYTE;

    @Test
    void on_an_idle_cluster_a_standby_at_the_end_of_a_page_keeps_up_with_a_primary_behind_the_next_header() {
        cluster.primary(PRIMARY, 1, 0x3000028);
        cluster.standby(FIRST, 0x3000000);

        assertThat(cluster.view.isFit(FIRST)).isTrue();
    }

    @Test
    void a_standby_that_keeps_up_is_fit() {
        cluster.primary(PRIMARY, 1, written);
        assertThat(view.isFit(FIRST)).isFalse();

        cluster.standby(FIRST, written);

        assertThat(view.isFit(FIRST)).isTrue();
        assertThat(view.isFit(PRIMARY)).isFalse();
        assertThat(view.status(FIRST).lagBytes()).hasValue(0);
        assertThat(view.status(FIRST).lag()).contains(Duration.ZERO);
        assertThat(cluster.reasons(FIRST)).isEmpty();
    }

    @Test
    void one_whose_lag_cannot_be_measured_yet_is_not() {
        cluster.primary(PRIMARY, 1, written);
        cluster.standby(FIRST, written - 1);
        assertThat(view.isFit(FIRST)).isFalse();
        assertThat(cluster.reasons(FIRST)).contains("not yet been seen to keep up");

        cluster.standby(FIRST, written);

        assertThat(view.isFit(FIRST)).isTrue();
    }

    @Test
    void sixteen_megabytes_behind_it_is_out_and_below_eight_it_is_back() {
        keepsUp();
        behind(16 * MEGABYTE - 1);
        assertThat(view.isFit(FIRST)).isTrue();
        behind(16 * MEGABYTE);
        assertThat(view.isFit(FIRST)).isFalse();
        assertThat(cluster.reasons(FIRST)).contains("lags by 16777216 bytes");
        behind(8 * MEGABYTE);
        assertThat(view.isFit(FIRST)).isFalse();
        behind(8 * MEGABYTE - 1);
        assertThat(view.isFit(FIRST)).isTrue();
    }

    @Test
    void ten_seconds_behind_it_is_out_and_below_five_it_is_back() {
        keepsUp();
        long stuck = written;
        rounds(39, () -> cluster.standby(FIRST, stuck));
        assertThat(view.isFit(FIRST)).isTrue();
        rounds(2, () -> cluster.standby(FIRST, stuck));
        assertThat(view.isFit(FIRST)).isFalse();
        assertThat(view.status(FIRST).lag().orElseThrow()).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(11));

        rounds(1, () -> cluster.standby(FIRST, written - 21));
        assertThat(view.isFit(FIRST)).isFalse();
        rounds(1, () -> cluster.standby(FIRST, written - 17));
        assertThat(view.isFit(FIRST)).isTrue();
    }

    @Test
    void on_an_idle_primary_there_is_no_lag_however_long() {
        keepsUp();
        for (int hour = 0; hour < 3; hour++) {
            cluster.pass(Duration.ofHours(1));
            cluster.primary(PRIMARY, 1, written);
            cluster.standby(FIRST, written);
            assertThat(view.status(FIRST).lag()).contains(Duration.ZERO);
        }
        cluster.pass(INTERVAL);
        cluster.primary(PRIMARY, 1, written + 100);
        cluster.standby(FIRST, written);

        assertThat(view.status(FIRST).lag().orElseThrow()).isLessThan(Duration.ofSeconds(1));
        assertThat(view.isFit(FIRST)).isTrue();
    }

    @Test
    void two_slow_answers_in_a_row_bring_it_out_and_four_others_back() {
        keepsUp();
        answers(SLOW);
        answers(QUICK);
        answers(SLOW);
        assertThat(view.isFit(FIRST)).isTrue();
        answers(SLOW);
        assertThat(view.isFit(FIRST)).isFalse();
        assertThat(cluster.reasons(FIRST)).contains("answers in 101 ms, much slower than the primary");

        for (int count = 0; count < 3; count++) {
            answers(QUICK);
            assertThat(view.isFit(FIRST)).isFalse();
        }
        answers(QUICK);
        assertThat(view.isFit(FIRST)).isTrue();
    }

    @Test
    void an_answer_is_not_slow_when_the_writer_is_as_slow() {
        keepsUp();
        for (int count = 0; count < 4; count++) {
            cluster.says(PRIMARY, new ServerFacts(false, FakeCluster.IDENTIFIER, 1, written, START),
                    Duration.ofMillis(30));
            answers(SLOW);
        }

        assertThat(view.isFit(FIRST)).isTrue();
    }

    @Test
    void one_that_says_nothing_for_a_second_is_out() {
        keepsUp();
        cluster.pass(Duration.ofMillis(900));
        assertThat(view.isFit(FIRST)).isTrue();
        cluster.pass(Duration.ofMillis(200));

        assertThat(view.isFit(FIRST)).isFalse();
        assertThat(view.hasReplayed(FIRST, written)).isFalse();
        assertThat(view.status(FIRST).fit()).isFalse();
        assertThat(cluster.reasons(FIRST)).contains("has said nothing for more than 1 s");
    }

    @Test
    void one_that_does_not_answer_is_out_until_it_does() {
        keepsUp();
        cluster.isAway(FIRST);
        assertThat(view.isFit(FIRST)).isFalse();
        cluster.standby(FIRST, written);
        assertThat(view.isFit(FIRST)).isTrue();
        cluster.refuses(FIRST);
        assertThat(view.isFit(FIRST)).isFalse();
    }

    @Test
    void while_the_writer_is_away_it_stays_fit_and_says_so() {
        keepsUp();
        cluster.isAway(PRIMARY);
        for (int minute = 0; minute < 10; minute++) {
            cluster.pass(Duration.ofMinutes(1));
            cluster.standby(FIRST, written);
            assertThat(view.isFit(FIRST)).isTrue();
        }
        assertThat(cluster.reasons(FIRST)).contains("The primary is away: replica-1 still takes reads");
    }

    @Test
    void behind_a_new_writer_it_must_first_be_seen_to_keep_up() {
        keepsUp();
        cluster.standby(FakeCluster.SECOND, written);
        cluster.isAway(PRIMARY);
        cluster.primary(FakeCluster.SECOND, 2, written + 100);
        cluster.standby(FIRST, written);
        assertThat(view.isFit(FIRST)).isFalse();

        cluster.standby(FIRST, written + 100);
        assertThat(view.isFit(FIRST)).isTrue();
    }

    @Test
    void one_that_has_replayed_what_the_writer_never_wrote_follows_another_and_is_out() {
        keepsUp();
        cluster.standby(FIRST, written + 50);
        assertThat(view.isFit(FIRST)).isTrue();
        cluster.pass(QUICK);
        cluster.primary(PRIMARY, 1, written + 49);

        assertThat(view.isFit(FIRST)).isFalse();
        assertThat(view.hasReplayed(FIRST, 1)).isFalse();
        assertThat(cluster.reasons(FIRST)).contains("has replayed what the primary never wrote", "Rebuild it");
    }

    private void keepsUp() {
        cluster.primary(PRIMARY, 1, written);
        cluster.standby(FIRST, written);
        assertThat(view.isFit(FIRST)).isTrue();
    }

    private void behind(long bytes) {
        written += 20 * MEGABYTE;
        cluster.pass(INTERVAL);
        cluster.primary(PRIMARY, 1, written);
        cluster.standby(FIRST, written - bytes);
    }

    private void answers(Duration latency) {
        cluster.pass(INTERVAL);
        cluster.standby(FIRST, written, latency);
    }

    /** In each the writer writes one byte. */
    private void rounds(int count, Runnable standby) {
        for (int round = 0; round < count; round++) {
            cluster.pass(INTERVAL.minus(QUICK.multipliedBy(2)));
            written++;
            cluster.primary(PRIMARY, 1, written);
            standby.run();
        }
    }
}
