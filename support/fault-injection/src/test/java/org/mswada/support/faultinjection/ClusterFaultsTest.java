package org.mswada.support.faultinjection;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.SocketTimeoutException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mswada.support.embeddedpostgres.PostgresAddress;
import org.mswada.support.embeddedpostgres.ReplicatedServer;
import org.mswada.support.embeddedpostgres.ReplicationCluster;

/** The servers of a cluster die, freeze and come back; each test leaves the standby streaming. */
final class ClusterFaultsTest {
    private static ReplicationCluster cluster;
    private static ReplicatedServer primary;
    private static ReplicatedServer standby;

    @BeforeAll
    static void start() throws SQLException {
        cluster = ReplicationCluster.start(1);
        primary = cluster.primary();
        standby = cluster.standby(0);
        try (Connection connection = connect(primary, "")) {
            Ledger.execute(connection, "create table ledger (entry int)");
        }
    }

    @AfterAll
    static void end() {
        cluster.close();
    }

    private static Connection connect(ReplicatedServer server, String parameters) throws SQLException {
        PostgresAddress address = server.address();
        return DriverManager.getConnection(address.jdbcUrl("postgres") + parameters, address.user(),
                address.password());
    }

    private static void insert(int entry) {
        try (Connection connection = connect(primary, "")) {
            Ledger.execute(connection, "insert into ledger values (" + entry + ")");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean has(ReplicatedServer server, int entry) throws SQLException {
        try (Connection connection = connect(server, "")) {
            return Ledger.number(connection, "select count(*) from ledger where entry = " + entry) == 1;
        }
    }

    @Test
    void a_commit_waits_for_a_frozen_synchronous_standby_until_it_is_thawed() throws Exception {
        primary.synchronousStandbys(standby);
        try (ProcessFaults faults = ProcessFaults.on(standby)) {
            faults.freeze();
            assertThat(standby.processIds()).hasSizeGreaterThan(3).allMatch(Signals::isStopped);
            CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> insert(1));
            assertThat(SqlFailure.of(() -> connect(standby, "?socketTimeout=1").close()).cause())
                    .isInstanceOf(SocketTimeoutException.class);
            assertThat(waiting).isNotDone();
            faults.thaw();
            waiting.get(20, TimeUnit.SECONDS);
        } finally {
            // Or the next test would wait for ever.
            primary.synchronousStandbys();
        }
        assertThat(Await.within(Await.LONG, () -> has(standby, 1))).isTrue();
    }

    @Test
    void a_killed_standby_comes_back_on_its_port_and_streams() throws Exception {
        PostgresAddress address = standby.address();
        try (ProcessFaults faults = ProcessFaults.on(standby)) {
            faults.kill();
            insert(2);
            faults.restart();
        }
        assertThat(standby.address()).isEqualTo(address);
        standby.awaitStreaming(Duration.ofSeconds(20));
        standby.awaitReplayOf(primary.currentLsn());
        assertThat(has(standby, 2)).isTrue();
    }

    @Test
    void a_frozen_server_is_thawed_at_the_end_and_left_to_its_cluster() throws Exception {
        try (ProcessFaults faults = ProcessFaults.on(standby)) {
            faults.freeze();
        }
        insert(3);
        standby.awaitReplayOf(primary.currentLsn());
        assertThat(has(standby, 3)).isTrue();
    }

    @Test
    void a_cluster_ends_whatever_was_done_to_its_servers() throws Exception {
        ReplicationCluster doomed = ReplicationCluster.start(1);
        ProcessFaults.on(doomed.primary()).kill();
        ProcessFaults.on(doomed.standby(0)).freeze();
        doomed.close();
        assertThat(doomed.servers()).allMatch(server -> server.processIds().isEmpty());
    }
}
