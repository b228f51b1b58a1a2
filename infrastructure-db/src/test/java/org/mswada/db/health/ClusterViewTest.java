package org.mswada.db.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mswada.db.health.FakeCluster.FIRST;
import static org.mswada.db.health.FakeCluster.PRIMARY;
import static org.mswada.db.health.FakeCluster.QUICK;
import static org.mswada.db.health.FakeCluster.START;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How far standbys are known to be, and what asking costs. */
final class ClusterViewTest {
    private final FakeCluster cluster = new FakeCluster();
    private final ClusterView view = cluster.view;

    @BeforeEach
    void a_standby_at_100() {
        cluster.primary(PRIMARY, 1, 200);
        cluster.standby(FIRST, 100);
    }

    @Test
    void a_standby_has_replayed_what_it_said_and_the_writer_everything() {
        assertThat(view.hasReplayed(FIRST, 100)).isTrue();
        assertThat(view.hasReplayed(FIRST, 101)).isFalse();
        assertThat(view.hasReplayed(PRIMARY, Long.MAX_VALUE)).isTrue();
        assertThat(view.isFit(FIRST)).isFalse();
    }

    @Test
    void what_a_read_learns_on_its_way_counts_and_never_moves_back() {
        view.replayed(FIRST, 150, cluster.now());
        assertThat(view.hasReplayed(FIRST, 150)).isTrue();

        view.replayed(FIRST, 120, cluster.now());
        cluster.standby(FIRST, 110);

        assertThat(view.hasReplayed(FIRST, 150)).isTrue();
        assertThat(view.hasReplayed(FIRST, 151)).isFalse();
    }

    @Test
    void behind_a_new_connection_only_what_was_asked_afterwards_counts() {
        long before = cluster.now();
        cluster.pass(QUICK);
        view.connected(FIRST);
        assertThat(view.hasReplayed(FIRST, 1)).isFalse();

        view.replayed(FIRST, 100, before);
        assertThat(view.hasReplayed(FIRST, 1)).isFalse();

        cluster.pass(QUICK);
        cluster.standby(FIRST, 90);
        assertThat(view.hasReplayed(FIRST, 90)).isTrue();
        assertThat(view.hasReplayed(FIRST, 91)).isFalse();
    }

    @Test
    void a_restarted_standby_is_only_as_far_as_it_says_now() {
        ServerFacts restarted = new ServerFacts(true, FakeCluster.IDENTIFIER, 0, 50, START.plusSeconds(1));
        Epoch before = view.epoch(FIRST);

        cluster.says(FIRST, restarted, QUICK);

        assertThat(view.hasReplayed(FIRST, 50)).isTrue();
        assertThat(view.hasReplayed(FIRST, 51)).isFalse();
        assertThat(view.epoch(FIRST)).isEqualTo(restarted.epoch()).isNotEqualTo(before);
    }

    @Test
    void an_epoch_outlasts_an_outage_and_ends_with_a_promotion() {
        Epoch standby = view.epoch(FIRST);
        cluster.isAway(FIRST);
        assertThat(view.epoch(FIRST)).isEqualTo(standby);
        assertThat(view.hasReplayed(FIRST, 1)).isFalse();

        cluster.primary(FIRST, 2, 100);

        assertThat(view.epoch(FIRST)).isNotEqualTo(standby);
        assertThat(view.epoch(FakeCluster.SECOND)).isNull();
    }

    @Test
    void units_ask_without_memory() {
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        askOften(20_000);
        long before = threads.getCurrentThreadAllocatedBytes();

        askOften(200_000);

        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(10_000);
    }

    private void askOften(int times) {
        int yes = 0;
        for (int count = 0; count < times; count++) {
            yes += view.writer() == PRIMARY ? 1 : 0;
            yes += view.isFit(FIRST) ? 1 : 0;
            yes += view.hasReplayed(FIRST, 100) ? 1 : 0;
            yes += view.timeline();
            yes += view.systemIdentifier() == null ? 0 : 1;
            view.replayed(FIRST, 100, cluster.now());
        }
        assertThat(yes).isEqualTo(4 * times);
    }

    @Test
    void probes_and_units_at_the_same_time_never_see_a_position_move_back() throws InterruptedException {
        Thread probe = Thread.ofPlatform().start(() -> {
            for (int lsn = 101; lsn <= 50_000; lsn++) {
                cluster.standby(FIRST, lsn, Duration.ofNanos(1));
            }
        });
        long seen = 100;
        while (probe.isAlive()) {
            if (view.hasReplayed(FIRST, seen + 1)) {
                seen++;
            }
            assertThat(view.hasReplayed(FIRST, seen)).isTrue();
        }
        probe.join();

        assertThat(view.hasReplayed(FIRST, 50_000)).isTrue();
    }
}
