package org.mswada.db.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.mswada.db.connection.Connections;
import org.mswada.db.connection.DatabaseConfig;
import org.mswada.db.connection.SignsOfLife;
import org.mswada.support.embeddedpostgres.PostgresAddress;
import org.mswada.support.embeddedpostgres.ReplicatedServer;
import org.mswada.support.embeddedpostgres.ReplicationCluster;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A real primary and a real standby of it, as probes see them: lagging, promoted by mistake, failed over, fenced. */
final class ClusterProbingTest {
    private static final int PRIMARY = 0;
    private static final int STANDBY = 1;
    private static final Duration LAG = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final ClusterLimits LIMITS = new ClusterLimits(LAG, 16 << 20, Duration.ofMillis(100),
            Duration.ofSeconds(1), PATIENCE);
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final long LOOK_EVERY_NANOS = 5_000_000;
    private static final Logger LOGGER = LoggerFactory.getLogger(ClusterProbingTest.class);

    private final ClusterView view = new ClusterView(List.of("primary", "replica-1"), LIMITS, System::nanoTime);

    @Test
    void from_streaming_to_fenced() throws SQLException {
        try (ReplicationCluster cluster = ReplicationCluster.start(1)) {
            ReplicatedServer primary = cluster.primary();
            ReplicatedServer standby = cluster.standby(0);
            List<NodeProbe> probes = new ArrayList<>();
            try {
                probes.add(probe(PRIMARY, primary));
                probes.add(probe(STANDBY, standby));
                await("the standby is fit", () -> view.writer() == PRIMARY && view.isFit(STANDBY));

                write(primary);
                long written = WalPosition.parse(primary.currentLsn());
                await("it has replayed", () -> view.hasReplayed(STANDBY, written));

                lags(primary, standby);
                promotedByMistake(standby);
                failsOver(primary);
            } finally {
                probes.forEach(NodeProbe::close);
            }
        }
    }

    private void lags(ReplicatedServer primary, ReplicatedServer standby) throws SQLException {
        standby.pauseReplay();
        write(primary);
        long written = WalPosition.parse(primary.currentLsn());
        await("it is out for its lag", () -> !view.isFit(STANDBY));
        assertThat(view.hasReplayed(STANDBY, written)).isFalse();
        assertThat(view.status(STANDBY).lag().orElseThrow()).isGreaterThanOrEqualTo(LAG);
        assertThat(view.status(STANDBY).reasons().toString()).contains("lags by");
        standby.resumeReplay();
        await("it is back", () -> view.isFit(STANDBY) && view.hasReplayed(STANDBY, written));
    }

    private void promotedByMistake(ReplicatedServer standby) {
        Epoch before = view.epoch(STANDBY);
        standby.promote();
        await("it is reported", () -> view.status(STANDBY).reasons().toString().contains("promoted by mistake"));
        assertThat(view.writer()).isEqualTo(PRIMARY);
        assertThat(view.isFit(STANDBY)).isFalse();
        assertThat(view.epoch(STANDBY)).isNotEqualTo(before);
    }

    private void failsOver(ReplicatedServer primary) {
        primary.stop();
        await("nobody writes", () -> view.writer() == ClusterView.NONE);
        await("the promoted one takes over when the primary stays away", () -> view.writer() == STANDBY);
        assertThat(view.timeline()).isEqualTo(2);
        primary.restart();
        await("the old primary is fenced", () -> view.status(PRIMARY).reasons().toString()
                .contains("the cluster has gone on to timeline 2"));
        assertThat(view.writer()).isEqualTo(STANDBY);
    }

    private NodeProbe probe(int place, ReplicatedServer server) {
        PostgresAddress address = server.address();
        NodeProbe probe = new NodeProbe(server.name(),
                Connections.probing(new DatabaseConfig(address.jdbcUrl("postgres"), address.user(),
                        address.password(), 0, 1, Duration.ofMinutes(1))),
                SignsOfLife.NONE, result -> view.observed(place, result));
        probe.start();
        return probe;
    }

    private static void write(ReplicatedServer primary) throws SQLException {
        PostgresAddress address = primary.address();
        try (Connection connection = DriverManager.getConnection(address.jdbcUrl("postgres"), address.user(),
                address.password()); Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists written(number bigint)");
            statement.execute("insert into written values (1)");
        }
    }

    private static void await(String what, BooleanSupplier condition) {
        long begin = System.nanoTime();
        long end = begin + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("not within " + LIMIT + ": " + what);
            }
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        }
        LOGGER.warn("{} after {} ms", what, Duration.ofNanos(System.nanoTime() - begin).toMillis());
    }
}
