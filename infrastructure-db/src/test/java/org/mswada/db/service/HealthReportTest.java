package org.mswada.db.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mswada.db.connection.ConnectionManager;
import org.mswada.db.connection.Connections;
import org.mswada.db.connection.DatabaseConfig;
import org.mswada.db.connection.SignsOfLife;
import org.mswada.db.execution.DatabaseMeters;
import org.mswada.db.execution.ExecutionLimits;
import org.mswada.db.execution.UnitRunner;
import org.mswada.db.health.ClusterLimits;
import org.mswada.db.health.ClusterView;
import org.mswada.db.health.NodeProbe;
import org.mswada.db.health.ProbeResult;
import org.mswada.db.health.ServerFacts;
import org.mswada.db.service.HealthCheckResult.Status;

/** In one word, how a primary and a standby are of which the test says what they are. */
final class HealthReportTest {
    private static final String CLUSTER = "7300000000000000001";
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final String NOWHERE = "jdbc:postgresql://127.0.0.1:1/none";
    private static final int PRIMARY = 0;
    private static final int REPLICA = 1;

    private final DatabaseConfig config = new DatabaseConfig(NOWHERE, "nobody", "none", 0, 4, Duration.ofSeconds(1))
            .withReplicas(List.of(NOWHERE));
    private final ConnectionManager connections = new ConnectionManager(config);
    private final ClusterView view = new ClusterView(config.serverNames(), ClusterLimits.DEFAULT, System::nanoTime);
    private final UnitRunner runner = new UnitRunner(connections, view, server -> {}, ExecutionLimits.DEFAULT,
            new DatabaseMeters(new SimpleMeterRegistry()), (operation, node, text, nanos, rows) -> {});
    private final ServerProbes probes = new ServerProbes();
    private final HealthReport report = new HealthReport(view, probes, runner);

    @BeforeEach
    void a_primary_and_a_standby() {
        config.serverNames().forEach(
                name -> probes.start(new NodeProbe(name, Connections.probing(config.server(0)), SignsOfLife.NONE,
                        result -> {})));
        says(PRIMARY, new ServerFacts(false, CLUSTER, 1, 100, START));
        says(REPLICA, new ServerFacts(true, CLUSTER, 0, 100, START));
    }

    @AfterEach
    void close() {
        probes.close();
        connections.close();
        runner.close();
    }

    private void says(int server, @Nullable ServerFacts facts) {
        view.observed(server,
                new ProbeResult(facts != null, facts, Duration.ofMillis(1), System.nanoTime(), "of the test"));
    }

    /** Else every instance would be taken out of the load balancer, for what none of them can do better than the others. */
    @Test
    void without_a_primary_it_is_degraded_as_long_as_a_standby_answers_reads() {
        says(PRIMARY, null);

        assertThat(report.now().status()).isEqualTo(Status.DEGRADED);
        assertThat(report.now().issues().toString()).contains("Nothing can be written; reads go on");
    }

    @Test
    void without_any_server_that_serves_it_is_unhealthy() {
        says(REPLICA, null);
        says(PRIMARY, null);

        assertThat(report.now().status()).isEqualTo(Status.UNHEALTHY);
    }
}
