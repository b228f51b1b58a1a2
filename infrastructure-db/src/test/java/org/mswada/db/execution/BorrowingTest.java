package org.mswada.db.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mswada.db.connection.ConnectionManager;
import org.mswada.db.connection.DatabaseConfig;
import org.mswada.db.connection.MonitoredPool;
import org.mswada.db.connection.PoolListener;
import org.mswada.db.connection.PoolRole;
import org.mswada.db.connection.ServerPools;
import org.mswada.db.health.ClusterLimits;
import org.mswada.db.health.ClusterView;
import org.mswada.db.health.ProbeResult;
import org.mswada.db.health.ServerFacts;
import org.mswada.domain.storage.CallContext;
import org.mswada.domain.storage.ConsistencyToken;
import org.mswada.domain.storage.Deadline;
import org.mswada.domain.storage.Operation;

/** What becomes known of a server while a unit waits for its connection. Both servers are one, and said to be two. */
final class BorrowingTest {
    private static final String CLUSTER = "7300000000000000001";
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int PRIMARY = 0;
    private static final int REPLICA = 1;

    @RegisterExtension
    private final DatabaseFixture database = new DatabaseFixture();

    private final List<String> ranOn = new ArrayList<>();
    private ClusterView view;
    private ConnectionManager connections;
    private UnitRunner runner;

    @BeforeEach
    void open() {
        DatabaseConfig config = database.config().withReplicas(List.of(database.config().url()));
        view = new ClusterView(config.serverNames(), ClusterLimits.DEFAULT, System::nanoTime);
        connections = new ConnectionManager(config);
        runner = new UnitRunner(connections, view, server -> {}, ExecutionLimits.DEFAULT,
                new DatabaseMeters(new SimpleMeterRegistry()), (operation, node, text, nanos, rows) -> {});
        says(PRIMARY, new ServerFacts(false, CLUSTER, 1, 100, START));
        says(REPLICA, new ServerFacts(true, CLUSTER, 0, 100, START));
    }

    @AfterEach
    void close() {
        connections.close();
        runner.close();
    }

    private void says(int server, @Nullable ServerFacts facts) {
        view.observed(server,
                new ProbeResult(facts != null, facts, Duration.ofMillis(1), System.nanoTime(), "of the test"));
    }

    private void whenConnecting(int server, PoolRole role, Runnable happens) {
        connections.servers().get(server).of(role).listener(new PoolListener() {
            @Override
            public void unreachable() {}

            @Override
            public void connected() {
                happens.run();
            }
        });
    }

    private void failOver() {
        says(PRIMARY, null);
        says(REPLICA, new ServerFacts(false, CLUSTER, 2, 200, START));
        says(PRIMARY, new ServerFacts(false, CLUSTER, 1, 300, START));
    }

    private void run(Operation operation, Mode mode, @Nullable CallContext call) {
        Unit<?>[] running = new Unit<?>[1];
        Unit<Object> unit = new Unit<>(operation, mode, Isolation.READ_COMMITTED,
                _ -> ranOn.add(String.valueOf(running[0].node())), System.nanoTime(), call);
        running[0] = unit;
        runner.run(unit);
    }

    private static CallContext call(@Nullable ConsistencyToken seen) {
        return new CallContext(Deadline.in(Duration.ofSeconds(10)), null, seen);
    }

    @Test
    void a_read_does_not_run_on_a_standby_of_which_nobody_knows_how_far_it_is_since_the_connection_was_opened() {
        whenConnecting(REPLICA, PoolRole.READ, () -> view.connected(REPLICA));

        run(Operation.read("test.read"), Mode.SNAPSHOT, call(new ConsistencyToken(CLUSTER, 1, 100)));

        assertThat(ranOn).containsExactly("primary");
    }

    @Test
    void control_on_a_standby_that_is_far_enough_it_runs() {
        run(Operation.read("test.read"), Mode.SNAPSHOT, call(new ConsistencyToken(CLUSTER, 1, 100)));

        assertThat(ranOn).containsExactly("replica-1");
    }

    @Test
    void a_write_does_not_run_on_what_ceased_to_be_the_primary_while_it_waited_for_its_connection() {
        whenConnecting(PRIMARY, PoolRole.WRITE, this::failOver);

        run(Operation.write("test.write"), Mode.WRITE, call(null));

        assertThat(ranOn).containsExactly("replica-1");
    }

    /** HikariCP cannot be told that nothing will come from it any more: who waits inside it waits for the rest of a slice. */
    @Test
    void who_waits_for_a_server_that_is_away_goes_on_at_once_when_it_is_back_as_another() throws Exception {
        ServerPools server = connections.servers().get(PRIMARY);
        long shortest = Long.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            server.unreachable("of the test");
            // There is nothing to borrow any more.
            server.renew(false, "of the test");
            Thread waiting = Thread.ofVirtual().start(() -> run(Operation.write("test.write"), Mode.WRITE, call(null)));
            while (runner.node(PRIMARY, PoolRole.WRITE).permits().inUse() == 0) {
                Thread.onSpinWait();
            }
            LockSupport.parkNanos(MonitoredPool.ACQUIRE_SLICE.dividedBy(10).toNanos());

            long back = System.nanoTime();
            server.renew(false, "of the test");
            server.reachable();
            waiting.join();
            shortest = Math.min(shortest, System.nanoTime() - back);
        }
        assertThat(ranOn).hasSize(5);
        assertThat(Duration.ofNanos(shortest)).isLessThan(MonitoredPool.ACQUIRE_SLICE.dividedBy(2));
    }

    @Test
    void nor_does_a_read_of_no_call() {
        whenConnecting(PRIMARY, PoolRole.READ, this::failOver);

        run(Operation.read("test.read"), Mode.SNAPSHOT, null);

        assertThat(ranOn).containsExactly("replica-1");
    }
}
