package org.mswada.db.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mswada.db.health.Signals.NodeSignals;

/** When a person is told to look, on fake signals and a clock that moves when told to. */
final class HealthMonitorTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final String REPLICA = "replica-1";
    private static final int CONNECTIONS = 10;

    private final List<String> told = new ArrayList<>();
    private long seconds;
    private Duration lag = Duration.ZERO;
    private long lagBytes;
    private @Nullable String trouble;
    private boolean circuitOpen;
    private int inUse;
    private int waiting;
    private long units;
    private long slow;
    private long retries;
    private final HealthMonitor monitor = new HealthMonitor(this::signals, ClusterLimits.DEFAULT,
            () -> Duration.ofSeconds(seconds).toNanos(), () -> START.plusSeconds(seconds));

    @BeforeEach
    void listen() {
        monitor.listen(new AlertListener() {
            @Override
            public void fired(Alert alert) {
                told.add("fired " + alert.rule() + " of " + alert.subject());
            }

            @Override
            public void acknowledged(Alert alert) {
                told.add("acknowledged " + alert.rule());
            }

            @Override
            public void cleared(Alert alert) {
                told.add("cleared " + alert.rule());
            }
        });
    }

    @Test
    void when_all_is_well_there_is_nothing_to_tell() {
        units = 1_000_000;
        pass(300);

        assertThat(monitor.alerts()).isEmpty();
        assertThat(told).isEmpty();
    }

    @Test
    void an_open_circuit_is_told_at_once_and_once_and_is_over_ten_seconds_after_it_closed() {
        pass(5);
        circuitOpen = true;
        trouble = "connection refused";
        pass(1);
        assertThat(told).containsExactly("fired CIRCUIT_OPEN of replica-1");
        Alert alert = monitor.alerts().getFirst();
        assertThat(alert.since()).isEqualTo(START.plusSeconds(6));
        assertThat(alert.words()).contains("circuit of replica-1 is open", "connection refused",
                "Look whether it runs");

        pass(100);
        assertThat(told).hasSize(1);
        circuitOpen = false;
        pass(10);
        assertThat(monitor.alerts()).hasSize(1);
        pass(1);
        assertThat(monitor.alerts()).isEmpty();
        assertThat(told).containsExactly("fired CIRCUIT_OPEN of replica-1", "cleared CIRCUIT_OPEN");
    }

    @Test
    void what_comes_and_goes_is_one_alert() {
        for (int turn = 0; turn < 20; turn++) {
            circuitOpen = turn % 2 == 0;
            pass(5);
        }

        assertThat(told).containsExactly("fired CIRCUIT_OPEN of replica-1");
    }

    @Test
    void a_full_pool_is_told_when_units_wait_for_three_seconds() {
        inUse = CONNECTIONS;
        pass(60);
        waiting = 7;
        pass(3);
        waiting = 0;
        pass(1);
        waiting = 7;
        pass(3);
        assertThat(told).isEmpty();
        pass(1);
        assertThat(told).containsExactly("fired POOL_EXHAUSTED of replica-1");
        assertThat(monitor.alerts().getFirst().words()).contains(
                "All 10 connections to replica-1 are in use and 7 units",
                "MSWADA_DB_POOL_MAXIMUM_SIZE");

        waiting = 0;
        pass(60);
        assertThat(monitor.alerts()).as("still full").hasSize(1);
        inUse = CONNECTIONS - 1;
        pass(11);
        assertThat(monitor.alerts()).isEmpty();
    }

    @Test
    void lag_is_told_at_its_limit_and_over_below_half_of_it() {
        lag = Duration.ofMillis(9_999);
        pass(60);
        assertThat(told).isEmpty();
        lag = Duration.ofSeconds(10);
        pass(4);
        assertThat(told).containsExactly("fired LAG of replica-1");
        lag = Duration.ofSeconds(5);
        pass(60);
        assertThat(monitor.alerts()).hasSize(1);
        lag = Duration.ofMillis(4_999);
        pass(11);
        assertThat(monitor.alerts()).isEmpty();

        lagBytes = 16 << 20;
        pass(4);
        assertThat(monitor.alerts().getFirst().words()).contains("16777216 bytes", "reads go elsewhere");
    }

    @Test
    void slow_statements_are_told_when_they_are_a_twentieth_of_the_last_minutes_units() {
        everySecond(60, 100, 4, 0);
        assertThat(told).isEmpty();
        everySecond(60, 100, 5, 0);
        everySecond(10, 100, 5, 0);
        assertThat(told).containsExactly("fired SLOW_STATEMENTS of database");
        assertThat(monitor.alerts().getFirst().words()).contains("units of the last minute", "slow statements");

        everySecond(60, 100, 4, 0);
        assertThat(monitor.alerts()).hasSize(1);
        everySecond(80, 100, 2, 0);
        assertThat(monitor.alerts()).isEmpty();
    }

    @Test
    void a_few_slow_statements_at_night_are_no_alert() {
        everySecond(19, 1, 1, 1);
        everySecond(60, 0, 0, 0);

        assertThat(told).isEmpty();
    }

    @Test
    void retries_are_told_when_they_are_a_tenth_of_the_last_minutes_units() {
        everySecond(120, 100, 0, 9);
        assertThat(told).isEmpty();
        everySecond(70, 100, 0, 10);

        assertThat(told).containsExactly("fired RETRIES of database");
        everySecond(120, 100, 0, 0);
        assertThat(monitor.alerts()).isEmpty();
    }

    @Test
    void an_acknowledged_alert_stays_until_it_is_over_and_is_new_the_next_time() {
        circuitOpen = true;
        pass(1);
        assertThat(monitor.acknowledge(AlertRule.LAG, REPLICA, "ann")).isEmpty();
        assertThat(monitor.acknowledge(AlertRule.CIRCUIT_OPEN, "primary", "ann")).isEmpty();

        Optional<Alert> acknowledged = monitor.acknowledge(AlertRule.CIRCUIT_OPEN, REPLICA, "ann");
        trouble = "changed meanwhile";
        pass(60);

        assertThat(acknowledged.orElseThrow().acknowledgement())
                .isEqualTo(new Alert.Acknowledgement("ann", START.plusSeconds(1)));
        assertThat(monitor.alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.acknowledgement()).isEqualTo(acknowledged.orElseThrow().acknowledgement());
            assertThat(alert.words()).contains("changed meanwhile");
        });
        assertThat(told).containsExactly("fired CIRCUIT_OPEN of replica-1", "acknowledged CIRCUIT_OPEN");
        circuitOpen = false;
        pass(11);
        circuitOpen = true;
        pass(1);
        assertThat(monitor.alerts().getFirst().acknowledgement()).isNull();
    }

    @Test
    void a_listener_that_fails_or_looks_back_harms_nobody() {
        monitor.listen(new AlertListener() {
            @Override
            public void fired(Alert alert) {
                throw new IllegalStateException("a listener with a bug");
            }

            @Override
            public void cleared(Alert alert) {
                throw new IllegalStateException("a listener with a bug");
            }
        });
        List<Alert> seen = new ArrayList<>();
        monitor.listen(new AlertListener() {
            @Override
            public void fired(Alert alert) {
                Thread other = Thread.ofVirtual().start(() -> seen.addAll(monitor.alerts()));
                try {
                    other.join(Duration.ofSeconds(10));
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            }

            @Override
            public void cleared(Alert alert) {
                seen.clear();
            }
        });
        circuitOpen = true;
        pass(1);

        assertThat(seen).hasSize(1);
        circuitOpen = false;
        pass(11);
        assertThat(seen).isEmpty();
    }

    @Test
    void what_became_of_a_server_is_remembered_a_hundred_changes_long() {
        pass(1);
        trouble = "connection refused";
        pass(3);
        circuitOpen = true;
        pass(3);

        assertThat(monitor.history().of(REPLICA)).containsExactly(
                new HealthHistory.Change(START.plusSeconds(1), "takes reads", ""),
                new HealthHistory.Change(START.plusSeconds(2), "away", "connection refused"),
                new HealthHistory.Change(START.plusSeconds(5), "away, circuit open", "connection refused"));
        assertThat(monitor.history().of("primary")).isEmpty();

        for (int turn = 0; turn < 300; turn++) {
            circuitOpen = !circuitOpen;
            pass(1);
        }
        assertThat(monitor.history().of(REPLICA)).hasSize(HealthHistory.REMEMBERED);
    }

    private void pass(int howMany) {
        everySecond(howMany, 0, 0, 0);
    }

    private void everySecond(int howMany, int newUnits, int newSlow, int newRetries) {
        for (int second = 0; second < howMany; second++) {
            seconds++;
            units += newUnits;
            slow += newSlow;
            retries += newRetries;
            monitor.look();
        }
    }

    private Signals signals() {
        ServerStatus status = new ServerStatus(REPLICA, ServerStatus.Role.STANDBY, false, trouble == null,
                trouble == null, OptionalLong.of(lagBytes), Optional.of(lag), Duration.ZERO, trouble,
                trouble == null ? List.of() : List.of(trouble));
        return new Signals(List.of(new NodeSignals(status, circuitOpen, inUse, CONNECTIONS, waiting)), units, slow,
                retries);
    }
}
