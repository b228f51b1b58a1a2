package org.mswada.db.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mswada.db.connection.ConnectionManager;
import org.mswada.db.connection.DatabaseConfig;
import org.mswada.db.connection.MonitoredPool;
import org.mswada.db.execution.DatabaseMeters;
import org.mswada.db.execution.ExecutionLimits;
import org.mswada.db.execution.UnitRunner;
import org.mswada.db.health.ClusterLimits;
import org.mswada.db.health.ClusterView;
import org.mswada.db.health.ProbeResult;
import org.mswada.db.health.ServerFacts;

/** Which server keeps connections to write. */
final class ServerWatchTest {
    private static final String CLUSTER = "7300000000000000001";
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final String NOWHERE = "jdbc:postgresql://127.0.0.1:1/none";
    private static final int PRIMARY = 0;
    private static final int REPLICA = 1;

    private final DatabaseConfig config = new DatabaseConfig(NOWHERE, "nobody", "none", 0, 4, Duration.ofSeconds(1))
            .withReplicas(List.of(NOWHERE));
    private ConnectionManager connections;
    private ClusterView view;
    private UnitRunner runner;

    @BeforeEach
    void open() {
        connections = new ConnectionManager(config);
        view = new ClusterView(config.serverNames(), ClusterLimits.DEFAULT, System::nanoTime);
        runner = new UnitRunner(connections, view, server -> {}, ExecutionLimits.DEFAULT,
                new DatabaseMeters(new SimpleMeterRegistry()), (operation, node, text, nanos, rows) -> {});
    }

    @AfterEach
    void close() {
        connections.close();
        runner.close();
    }

    private void probed(int place, boolean standby, int timeline) {
        new ServerWatch(place, connections.servers().get(place), view, runner).probed(new ProbeResult(true,
                new ServerFacts(standby, CLUSTER, timeline, 100, START), Duration.ofMillis(1), System.nanoTime(),
                null));
    }

    private MonitoredPool write(int place) {
        return connections.servers().get(place).write();
    }

    private static boolean isDismissed(MonitoredPool pool) {
        return pool.history().toString().contains("no connections any more");
    }

    @Test
    void a_configured_primary_that_is_a_standby_from_the_start_keeps_none() {
        probed(PRIMARY, true, 0);

        assertThat(isDismissed(write(PRIMARY))).isTrue();
    }

    @Test
    void a_standby_to_which_a_write_had_opened_some_keeps_none() {
        probed(REPLICA, true, 0);
        Object _ = write(REPLICA).current();

        probed(REPLICA, true, 0);

        assertThat(isDismissed(write(REPLICA))).isTrue();
    }

    @Test
    void an_old_primary_beside_the_new_one_keeps_none() {
        probed(PRIMARY, false, 1);
        assertThat(isDismissed(write(PRIMARY))).isFalse();
        view.observed(PRIMARY, new ProbeResult(false, null, Duration.ZERO, System.nanoTime(), "gone"));
        probed(REPLICA, false, 2);

        probed(PRIMARY, false, 1);

        assertThat(isDismissed(write(PRIMARY))).isTrue();
        assertThat(write(REPLICA).generations()).isOne();
        assertThat(isDismissed(write(REPLICA))).isFalse();
    }

    @Test
    void a_primary_that_is_away_for_a_while_keeps_its_own() {
        probed(PRIMARY, false, 1);
        new ServerWatch(PRIMARY, connections.servers().getFirst(), view, runner)
                .probed(new ProbeResult(false, null, Duration.ZERO, System.nanoTime(), "gone"));
        probed(PRIMARY, false, 1);

        assertThat(write(PRIMARY).generations()).isOne();
        assertThat(isDismissed(write(PRIMARY))).isFalse();
    }
}
