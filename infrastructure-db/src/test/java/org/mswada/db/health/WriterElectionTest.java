package org.mswada.db.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mswada.db.health.FakeCluster.FIRST;
import static org.mswada.db.health.FakeCluster.PRIMARY;
import static org.mswada.db.health.FakeCluster.QUICK;
import static org.mswada.db.health.FakeCluster.SECOND;
import static org.mswada.db.health.FakeCluster.START;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which server takes writes, and in which words the others are told not to. */
final class WriterElectionTest {
    private final FakeCluster cluster = new FakeCluster();
    private final ClusterView view = cluster.view;

    @Test
    void nobody_writes_before_a_server_has_said_what_it_is() {
        assertThat(view.writer()).isEqualTo(ClusterView.NONE);
        assertThat(view.timeline()).isZero();
        assertThat(view.systemIdentifier()).isNull();

        cluster.primary(PRIMARY, 3, 100);

        assertThat(view.writer()).isEqualTo(PRIMARY);
        assertThat(view.timeline()).isEqualTo(3);
        assertThat(view.systemIdentifier()).isEqualTo(FakeCluster.IDENTIFIER);
        assertThat(view.status(PRIMARY).role()).isEqualTo(ServerStatus.Role.PRIMARY);
        assertThat(view.status(PRIMARY).isWriter()).isTrue();
        assertThat(cluster.reasons(PRIMARY)).isEmpty();
    }

    @Test
    void a_writer_that_is_away_comes_back_as_the_writer() {
        cluster.primary(PRIMARY, 1, 100);
        cluster.isAway(PRIMARY);
        assertThat(view.writer()).isEqualTo(ClusterView.NONE);
        assertThat(cluster.reasons(PRIMARY)).contains("primary does not answer: connection refused");

        cluster.primary(PRIMARY, 1, 100);

        assertThat(view.writer()).isEqualTo(PRIMARY);
    }

    @Test
    void a_writer_that_only_refuses_the_probe_stays_the_writer() {
        cluster.primary(PRIMARY, 1, 100);
        cluster.refuses(PRIMARY);

        assertThat(view.writer()).isEqualTo(PRIMARY);
        assertThat(cluster.reasons(PRIMARY)).contains("refuses the probe: too many clients");
    }

    @Test
    void a_primary_that_is_in_recovery_takes_no_writes_and_is_reported() {
        cluster.standby(PRIMARY, 100);

        assertThat(view.writer()).isEqualTo(ClusterView.NONE);
        assertThat(cluster.reasons(PRIMARY)).contains("configured as the primary but is a standby", "Promote it");
    }

    @Test
    void a_replica_that_accepts_writes_is_out_and_reported() {
        cluster.primary(PRIMARY, 1, 100);
        cluster.standby(FIRST, 100);
        assertThat(view.isFit(FIRST)).isTrue();

        cluster.primary(FIRST, 2, 110);
        cluster.pass(QUICK);
        cluster.primary(PRIMARY, 1, 120);

        assertThat(view.writer()).isEqualTo(PRIMARY);
        assertThat(view.isFit(FIRST)).isFalse();
        assertThat(view.hasReplayed(FIRST, 1)).isFalse();
        assertThat(cluster.reasons(FIRST)).contains("accepts writes", "promoted by mistake");
    }

    @Test
    void a_replica_that_is_promoted_when_the_writer_is_away_takes_over() {
        cluster.primary(PRIMARY, 1, 100);
        cluster.isAway(PRIMARY);
        cluster.primary(FIRST, 2, 110);

        assertThat(view.writer()).isEqualTo(FIRST);
        assertThat(view.timeline()).isEqualTo(2);
        assertThat(cluster.reasons(FIRST)).isEmpty();
    }

    @Test
    void one_that_is_seen_as_promoted_just_before_the_writer_is_seen_as_dead_takes_over_too() {
        cluster.primary(PRIMARY, 1, 100);
        cluster.pass(QUICK);
        cluster.primary(FIRST, 2, 110);
        assertThat(view.writer()).isEqualTo(PRIMARY);

        cluster.isAway(PRIMARY);

        assertThat(view.writer()).isEqualTo(FIRST);
    }

    @Test
    void one_that_was_promoted_by_mistake_does_not_win_by_a_restart_of_the_writer() {
        cluster.primary(PRIMARY, 1, 100);
        cluster.primary(FIRST, 2, 110);
        cluster.pass(QUICK);
        cluster.primary(PRIMARY, 1, 120);
        cluster.isAway(PRIMARY);
        cluster.pass(Duration.ofSeconds(20));
        cluster.primary(FIRST, 2, 110);
        cluster.isAway(PRIMARY);
        assertThat(view.writer()).isEqualTo(ClusterView.NONE);
        assertThat(cluster.reasons(FIRST)).contains("takes over only when the primary stays away for 30 s");

        cluster.primary(PRIMARY, 1, 120);

        assertThat(view.writer()).isEqualTo(PRIMARY);
    }

    @Test
    void it_takes_over_when_the_writer_stays_away() {
        cluster.primary(PRIMARY, 1, 100);
        cluster.primary(FIRST, 2, 110);
        cluster.pass(QUICK);
        cluster.primary(PRIMARY, 1, 120);
        cluster.isAway(PRIMARY);
        cluster.pass(ClusterLimits.DEFAULT.patience());
        cluster.isAway(PRIMARY);

        assertThat(view.writer()).isEqualTo(FIRST);
    }

    @Test
    void it_takes_over_at_once_when_the_writer_says_that_it_is_a_standby_now() {
        cluster.primary(PRIMARY, 1, 100);
        cluster.primary(FIRST, 2, 110);
        cluster.pass(QUICK);
        cluster.primary(PRIMARY, 1, 120);
        cluster.standby(PRIMARY, 120);

        assertThat(view.writer()).isEqualTo(FIRST);
        assertThat(cluster.reasons(PRIMARY)).contains("Name replica-1 in MSWADA_DB_URL instead");
    }

    @Test
    void who_comes_back_writable_on_a_lower_timeline_is_never_the_writer_again() {
        cluster.primary(PRIMARY, 1, 100);
        cluster.isAway(PRIMARY);
        cluster.primary(FIRST, 2, 110);
        cluster.primary(PRIMARY, 1, 500);
        assertThat(view.writer()).isEqualTo(FIRST);
        assertThat(cluster.reasons(PRIMARY)).contains("on timeline 1, but the cluster has gone on to timeline 2",
                "rebuild it");

        cluster.isAway(FIRST);
        cluster.primary(PRIMARY, 1, 600);

        assertThat(view.writer()).isEqualTo(ClusterView.NONE);
    }

    @Test
    void a_writer_that_was_set_back_to_a_lower_timeline_is_not_the_writer() {
        cluster.primary(PRIMARY, 4, 100);
        cluster.isAway(PRIMARY);
        cluster.primary(PRIMARY, 3, 100);

        assertThat(view.writer()).isEqualTo(ClusterView.NONE);
    }

    @Test
    void of_two_that_were_promoted_nobody_takes_over() {
        cluster.primary(PRIMARY, 1, 100);
        cluster.primary(FIRST, 2, 100);
        cluster.primary(SECOND, 2, 100);
        cluster.isAway(PRIMARY);

        assertThat(view.writer()).isEqualTo(ClusterView.NONE);
        assertThat(cluster.reasons(FIRST)).contains("beside another", "Stop the one");
    }

    @Test
    void a_server_of_another_cluster_is_never_used() {
        cluster.primary(PRIMARY, 1, 100);
        ServerFacts stranger = new ServerFacts(false, "42", 9, 100, START);
        cluster.says(FIRST, stranger, QUICK);
        cluster.says(SECOND, new ServerFacts(true, "42", 0, 100, START), QUICK);
        cluster.isAway(PRIMARY);
        cluster.pass(Duration.ofMinutes(5));
        cluster.says(FIRST, stranger, QUICK);

        assertThat(view.writer()).isEqualTo(ClusterView.NONE);
        assertThat(view.isFit(SECOND)).isFalse();
        assertThat(view.hasReplayed(SECOND, 1)).isFalse();
        assertThat(cluster.reasons(FIRST)).contains("belongs to another database cluster (42, not 73");
        assertThat(cluster.reasons(SECOND)).contains("another database cluster");
    }

    @Test
    void at_the_start_a_promoted_replica_takes_over_from_a_primary_that_says_it_is_a_standby() {
        cluster.primary(FIRST, 2, 100);
        assertThat(view.writer()).isEqualTo(ClusterView.NONE);

        cluster.standby(PRIMARY, 100);

        assertThat(view.writer()).isEqualTo(FIRST);
    }

    @Test
    void at_the_start_a_promoted_replica_takes_over_from_a_primary_that_stays_away() {
        cluster.primary(FIRST, 2, 100);
        cluster.isAway(PRIMARY);
        assertThat(view.writer()).isEqualTo(ClusterView.NONE);
        cluster.pass(ClusterLimits.DEFAULT.patience());
        cluster.isAway(PRIMARY);

        assertThat(view.writer()).isEqualTo(FIRST);
    }

    @Test
    void the_configured_primary_takes_back_over_when_it_is_promoted_again() {
        cluster.primary(PRIMARY, 1, 100);
        cluster.isAway(PRIMARY);
        cluster.primary(FIRST, 2, 110);
        cluster.standby(PRIMARY, 110);
        cluster.isAway(FIRST);
        cluster.primary(PRIMARY, 3, 120);

        assertThat(view.writer()).isEqualTo(PRIMARY);
        assertThat(view.timeline()).isEqualTo(3);
    }

    @Test
    void at_the_start_nobody_takes_over_while_those_that_answer_are_of_different_clusters() {
        cluster.says(FIRST, new ServerFacts(false, "42", 9, 100, START), QUICK);
        cluster.standby(SECOND, 100);
        cluster.isAway(PRIMARY);
        cluster.pass(ClusterLimits.DEFAULT.patience());
        cluster.isAway(PRIMARY);

        assertThat(view.writer()).isEqualTo(ClusterView.NONE);
        assertThat(cluster.reasons(FIRST)).contains("different database clusters", "MSWADA_DB_READ_URLS");
    }

    @Test
    void at_the_start_one_that_the_others_are_of_the_cluster_of_takes_over() {
        cluster.primary(FIRST, 2, 100);
        cluster.standby(SECOND, 100);
        cluster.isAway(PRIMARY);
        cluster.pass(ClusterLimits.DEFAULT.patience());
        cluster.isAway(PRIMARY);

        assertThat(view.writer()).isEqualTo(FIRST);
    }

    @Test
    void the_primary_under_another_name_is_told_of_as_what_it_is_and_not_as_one_to_rebuild() {
        cluster.primary(PRIMARY, 1, 100);
        cluster.primary(FIRST, 1, 100);
        cluster.pass(QUICK);
        cluster.primary(PRIMARY, 1, 100);

        assertThat(cluster.reasons(FIRST)).contains("is the same server as primary", "MSWADA_DB_READ_URLS")
                .doesNotContain("rebuild", "stop");
        assertThat(cluster.reasons(PRIMARY)).isEmpty();
    }

    /** Nobody else could have taken over: it was rebuilt, or restored, and is what there is. */
    @Test
    void a_server_without_replicas_is_the_writer_whatever_became_of_it() {
        ClusterView one = new ClusterView(List.of("primary"), ClusterLimits.DEFAULT, () -> 0);
        one.observed(0, said(new ServerFacts(false, FakeCluster.IDENTIFIER, 4, 100, START)));
        one.observed(0, said(new ServerFacts(false, "42", 1, 50, START)));
        assertThat(one.writer()).isZero();
        assertThat(one.timeline()).isOne();
        assertThat(one.systemIdentifier()).isEqualTo("42");
        assertThat(one.status(0).reasons()).isEmpty();

        one.observed(0, said(new ServerFacts(true, "42", 0, 50, START)));
        assertThat(one.writer()).isEqualTo(ClusterView.NONE);
        assertThat(one.status(0).reasons().toString()).contains("Promote it");
    }

    private static ProbeResult said(ServerFacts facts) {
        return new ProbeResult(true, facts, QUICK, 0, null);
    }
}
