package org.mswada.db.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mswada.db.execution.RoutingFixture.FIRST;
import static org.mswada.db.execution.RoutingFixture.PRIMARY;
import static org.mswada.db.execution.RoutingFixture.SECOND;
import static org.mswada.db.execution.RoutingFixture.token;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mswada.domain.storage.ConsistencyToken;

/** Where units run, and where those run that failed on a standby. */
final class RoutingTest {
    private static final Decision LOST = decision(FailureKind.UNAVAILABLE, Decision.Retry.WHILE_DEADLINE);
    private static final Decision OVERLOADED = decision(FailureKind.OVERLOADED, Decision.Retry.NEVER);
    private static final Decision REFUSED = decision(FailureKind.UNAVAILABLE, Decision.Retry.ELSEWHERE);

    private final RoutingFixture servers = new RoutingFixture();

    private static Decision decision(FailureKind kind, Decision.Retry retry) {
        return new Decision(kind, retry, Decision.Outcome.NOTHING_STORED, true, Decision.Disposal.EVICT);
    }

    @BeforeEach
    void a_primary_and_two_standbys_at_100() {
        servers.primary(PRIMARY, 1, 100);
        servers.standby(FIRST, 100);
        servers.standby(SECOND, 100);
    }

    @AfterEach
    void close() {
        servers.close();
    }

    private Map<String, Integer> reads(int times) {
        Map<String, Integer> where = new TreeMap<>();
        for (int time = 0; time < times; time++) {
            where.merge(servers.read(), 1, Integer::sum);
        }
        return where;
    }

    @Test
    void writes_go_to_the_primary_and_after_a_failover_to_the_new_one() {
        assertThat(servers.write()).isEqualTo("primary");

        servers.isAway(PRIMARY);
        assertThat(servers.write()).isEqualTo("primary");
        servers.primary(FIRST, 2, 200);

        assertThat(servers.write()).isEqualTo("replica-1");
        assertThat(servers.readOfNoCall()).isEqualTo("replica-1");
    }

    @Test
    void nothing_that_is_for_the_primary_goes_to_an_older_one_when_the_new_one_is_lost_before_anybody_wrote() {
        servers.isAway(PRIMARY);
        servers.primary(FIRST, 2, 200);
        servers.isAway(FIRST);
        servers.primary(PRIMARY, 1, 500);

        // Its pool says why it cannot be done.
        assertThat(servers.write()).isEqualTo("replica-1");
        assertThat(servers.readOfNoCall()).isEqualTo("replica-1");
    }

    @Test
    void a_primary_that_was_set_back_is_neither_written_to_nor_read_from() {
        servers.primary(PRIMARY, 4, 300);
        servers.isAway(FIRST);
        servers.isAway(SECOND);
        servers.isAway(PRIMARY);
        servers.primary(PRIMARY, 3, 300);

        assertRefusedForWantOfAPrimary(servers::write);
        assertRefusedForWantOfAPrimary(servers::readOfNoCall);
        assertRefusedForWantOfAPrimary(servers::read);
    }

    @Test
    void a_server_of_another_cluster_behind_the_primarys_url_is_neither_written_to_nor_read_from() {
        servers.isAway(PRIMARY);
        servers.ofAnotherCluster(PRIMARY);

        assertRefusedForWantOfAPrimary(servers::write);
        assertRefusedForWantOfAPrimary(servers::readOfNoCall);
        assertThat(reads(10)).isEqualTo(Map.of("replica-1", 5, "replica-2", 5));
    }

    private static void assertRefusedForWantOfAPrimary(ThrowingCallable unit) {
        assertThatExceptionOfType(UnitFailure.class).isThrownBy(unit).withMessageContaining("no primary is known")
                .matches(failure -> failure.decision().retry() == Decision.Retry.WHILE_DEADLINE);
    }

    @Test
    void reads_of_calls_are_spread_evenly_over_the_standbys_and_others_go_to_the_primary() {
        assertThat(reads(100)).isEqualTo(Map.of("replica-1", 50, "replica-2", 50));
        assertThat(servers.readOfNoCall()).isEqualTo("primary");
    }

    @Test
    void a_read_that_asks_for_the_primary_goes_there_however_fit_the_standbys_are() {
        for (int time = 0; time < 10; time++) {
            assertThat(servers.readOnPrimary(null)).isEqualTo("primary");
            assertThat(servers.readOnPrimary(token(1, 100))).isEqualTo("primary");
        }
        assertThat(reads(10)).as("control: without asking").isEqualTo(Map.of("replica-1", 5, "replica-2", 5));
    }

    @Test
    void a_read_that_asks_for_the_primary_takes_no_standby_and_no_old_primary_for_it() {
        servers.whenWoken = () -> {
            servers.isAway(PRIMARY);
            servers.primary(FIRST, 2, 200);
            servers.standby(SECOND, 200);
        };
        assertThat(servers.readOnPrimary(token(2, 150))).as("of a token that knows of the failover")
                .isEqualTo("replica-1");

        servers.isAway(FIRST);
        assertThatExceptionOfType(UnitFailure.class).isThrownBy(() -> servers.readOnPrimary(token(2, 150)))
                .withMessageContaining("the primary is away");
    }

    @Test
    void a_read_that_asks_for_the_primary_fails_with_it_and_runs_nowhere_else() {
        servers.fails(PRIMARY, LOST);

        assertThatExceptionOfType(UnitFailure.class).isThrownBy(() -> servers.readOnPrimary(null))
                .matches(failure -> failure.decision().equals(LOST));
        assertThat(servers.woken).as("standbys that failed").isEmpty();
        assertThat(reads(10)).as("control: without asking").isEqualTo(Map.of("replica-1", 5, "replica-2", 5));
    }

    @Test
    void the_standby_with_the_least_to_do_is_read() {
        FairPermit.Result _ = servers.reading(FIRST).permits().acquire(System.nanoTime());

        assertThat(reads(10)).isEqualTo(Map.of("replica-2", 10));

        servers.reading(FIRST).permits().release();
        assertThat(reads(10)).isEqualTo(Map.of("replica-1", 5, "replica-2", 5));
    }

    @Test
    void a_standby_that_lags_is_gone_or_has_an_open_circuit_is_not_read() {
        servers.isAway(FIRST);
        assertThat(reads(10)).isEqualTo(Map.of("replica-2", 10));

        servers.reading(SECOND).breaker().transitionToOpenState();
        assertThat(reads(10)).isEqualTo(Map.of("primary", 10));

        servers.primary(PRIMARY, 1, 1 << 30);
        servers.standby(FIRST, 100);
        assertThat(reads(10)).isEqualTo(Map.of("primary", 10));

        servers.standby(FIRST, 1 << 30);
        assertThat(reads(10)).isEqualTo(Map.of("replica-1", 10));
    }

    @Test
    void a_read_with_a_token_runs_where_that_was_replayed() {
        servers.standby(SECOND, 150);

        for (int time = 0; time < 10; time++) {
            assertThat(servers.read(token(1, 150))).isEqualTo("replica-2");
        }
    }

    @Test
    void a_read_whose_token_nobody_has_replayed_waits_a_little_and_goes_to_the_primary() {
        long begin = System.nanoTime();

        assertThat(servers.read(token(1, 170))).isEqualTo("primary");

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(ReplayWaits.LONGEST);
    }

    @Test
    void a_read_that_waits_runs_on_the_standby_that_its_probe_finds_far_enough() {
        servers.whenWoken = () -> servers.standby(FIRST, 180);

        assertThat(servers.read(token(1, 180))).isEqualTo("replica-1");
    }

    @Test
    void a_token_of_another_cluster_or_of_an_older_history_goes_to_the_primary() {
        assertThat(servers.read(new ConsistencyToken("7", 1, 1))).isEqualTo("primary");

        servers.isAway(PRIMARY);
        servers.primary(FIRST, 2, 200);
        servers.standby(SECOND, 200);
        assertThat(servers.read(token(1, 1))).isEqualTo("replica-1");
        assertThat(servers.read(token(2, 200))).isEqualTo("replica-2");
    }

    @Test
    void a_token_of_a_history_of_which_nobody_here_has_heard_is_refused_in_words() {
        assertThatExceptionOfType(UnitFailure.class).isThrownBy(() -> servers.read(token(2, 1)))
                .withMessageContaining("timeline 2").withMessageContaining("new primary")
                .matches(failure -> failure.decision().retry() == Decision.Retry.NEVER, "anybody can make one up");
    }

    @Test
    void a_failover_of_which_the_probes_hear_while_a_read_waits_is_no_trouble() {
        servers.whenWoken = () -> {
            servers.isAway(PRIMARY);
            servers.primary(FIRST, 2, 200);
            servers.standby(SECOND, 200);
        };

        assertThat(servers.read(token(2, 150))).isEqualTo("replica-2");
    }

    @Test
    void while_the_primary_is_away_standbys_serve_what_they_have_and_nobody_what_it_may_not_have() {
        servers.isAway(PRIMARY);

        assertThat(reads(10)).isEqualTo(Map.of("replica-1", 5, "replica-2", 5));
        assertThat(servers.read(token(1, 100))).startsWith("replica-");
        assertThatExceptionOfType(UnitFailure.class).isThrownBy(() -> servers.read(token(1, 101)))
                .withMessageContaining("the primary is away");
    }

    @Test
    void a_read_that_fails_on_a_standby_runs_elsewhere_at_once_and_on_the_primary_last() {
        servers.fails(FIRST, LOST);
        assertThat(reads(10)).isEqualTo(Map.of("replica-2", 10));
        assertThat(servers.rerouted()).isEqualTo(10);
        assertThat(servers.woken).hasSize(10).containsOnly(FIRST);

        servers.fails(SECOND, REFUSED);
        assertThat(reads(10)).isEqualTo(Map.of("primary", 10));
        assertThat(servers.rerouted()).isEqualTo(10 + 20);
    }

    @Test
    void a_read_that_fails_everywhere_fails_as_on_the_primary() {
        servers.fails(FIRST, LOST);
        servers.fails(SECOND, LOST);
        servers.fails(PRIMARY, REFUSED);

        assertThatExceptionOfType(UnitFailure.class).isThrownBy(servers::read)
                .matches(failure -> failure.decision().equals(REFUSED));
        assertThat(servers.rerouted()).isEqualTo(2);
    }

    @Test
    void what_would_fail_elsewhere_too_is_not_tried_there() {
        servers.fails(FIRST, OVERLOADED);
        servers.fails(SECOND, OVERLOADED);

        assertThatExceptionOfType(UnitFailure.class).isThrownBy(servers::read)
                .matches(failure -> failure.decision().equals(OVERLOADED));
        assertThat(servers.woken).hasSize(1);
    }
}
