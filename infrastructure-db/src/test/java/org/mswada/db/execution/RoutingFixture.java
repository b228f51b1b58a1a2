package org.mswada.db.execution;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.mswada.db.connection.ConnectionManager;
import org.mswada.db.connection.DatabaseConfig;
import org.mswada.db.connection.PoolRole;
import org.mswada.db.health.ClusterLimits;
import org.mswada.db.health.ClusterView;
import org.mswada.db.health.ProbeResult;
import org.mswada.db.health.ServerFacts;
import org.mswada.domain.storage.CallContext;
import org.mswada.domain.storage.ConsistencyToken;
import org.mswada.domain.storage.Deadline;
import org.mswada.domain.storage.Operation;

/** Routing over a primary and two standbys that are none: they say and do what the test tells them to. */
final class RoutingFixture implements AutoCloseable {
    static final String CLUSTER = "7300000000000000001";
    static final int PRIMARY = 0;
    static final int FIRST = 1;
    static final int SECOND = 2;
    private static final Operation READ = Operation.read("test.read");
    private static final Operation WRITE = Operation.write("test.write");
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration QUICK = Duration.ofMillis(1);
    private static final String NOWHERE = "jdbc:postgresql://127.0.0.1:1/none";

    final DatabaseConfig config = new DatabaseConfig(NOWHERE, "nobody", "none", 0, 4, Duration.ofSeconds(1))
            .withReplicas(List.of(NOWHERE, NOWHERE));
    final ClusterView view = new ClusterView(config.serverNames(), ClusterLimits.DEFAULT, System::nanoTime);
    final List<Integer> woken = new CopyOnWriteArrayList<>();
    final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final ConnectionManager connections = new ConnectionManager(config);
    private final List<Route> routes = new ArrayList<>();
    private final Map<String, Decision> failures = new HashMap<>();
    private final ReplayWaits waits;
    private final Tick tick;
    private final Routing routing;
    volatile Runnable whenWoken = () -> {};

    RoutingFixture() {
        for (int place = 0; place < view.size(); place++) {
            Node read = node(place, PoolRole.READ);
            Node write = node(place, PoolRole.WRITE);
            routes.add(new Route(read, write, end(read), end(write)));
        }
        waits = new ReplayWaits(System::nanoTime, () -> whenWoken.run());
        tick = Tick.every(Duration.ofMillis(5), List.of(waits));
        routing = new Routing(routes, view, waits, woken::add, new DatabaseMeters(registry), System::nanoTime);
    }

    private Node node(int place, PoolRole role) {
        return new Node(config.serverNames().get(place), place, role, connections.servers().get(place).of(role),
                ExecutionLimits.DEFAULT);
    }

    private Policy end(Node node) {
        return new Policy() {
            @Override
            public <T> T run(Unit<T> unit) {
                unit.attempts++;
                Decision failure = failures.get(node.server());
                if (failure != null) {
                    throw new UnitFailure(failure, Refusals.circuitOpen(unit, node.toString()).failure());
                }
                return unit.work.apply(null);
            }
        };
    }

    void primary(int server, int timeline, long lsn) {
        says(server, new ServerFacts(false, CLUSTER, timeline, lsn, START));
    }

    void standby(int server, long lsn) {
        says(server, new ServerFacts(true, CLUSTER, 0, lsn, START));
    }

    void ofAnotherCluster(int server) {
        says(server, new ServerFacts(false, "42", 9, 100, START));
    }

    private void says(int server, ServerFacts facts) {
        view.observed(server, new ProbeResult(true, facts, QUICK, System.nanoTime(), null));
        waits.learned();
    }

    void isAway(int server) {
        view.observed(server, new ProbeResult(false, null, QUICK, System.nanoTime(), "gone"));
    }

    void fails(int server, Decision with) {
        failures.put(config.serverNames().get(server), with);
    }

    Node reading(int server) {
        return routes.get(server).read();
    }

    /** Returns where a read of no call ran. */
    String readOfNoCall() {
        return ran(READ, Mode.READ, null);
    }

    /** Returns where a read ran that asks for the primary, of a call that has seen this. */
    String readOnPrimary(@Nullable ConsistencyToken seen) {
        return ran(READ.onPrimary(), Mode.READ, new CallContext(Deadline.in(Duration.ofSeconds(5)), null, seen));
    }

    /** Returns where a read ran of a call that has seen nothing. */
    String read() {
        return read(null);
    }

    /** Returns where a read ran of a call that has seen this. */
    String read(@Nullable ConsistencyToken seen) {
        return ran(READ, Mode.SNAPSHOT, new CallContext(Deadline.in(Duration.ofSeconds(5)), null, seen));
    }

    String write() {
        return ran(WRITE, Mode.WRITE, new CallContext(Deadline.in(Duration.ofSeconds(5)), null));
    }

    private String ran(Operation operation, Mode mode, @Nullable CallContext call) {
        Unit<String> unit = new Unit<>(operation, mode, Isolation.READ_COMMITTED, session -> "done",
                System.nanoTime(), call);
        routing.run(unit);
        return String.valueOf(unit.node());
    }

    static ConsistencyToken token(int timeline, long lsn) {
        return new ConsistencyToken(CLUSTER, timeline, lsn);
    }

    int rerouted() {
        return (int) registry.get("mswada.db.rerouted").counter().count();
    }

    @Override
    public void close() {
        tick.close();
        connections.close();
    }
}
