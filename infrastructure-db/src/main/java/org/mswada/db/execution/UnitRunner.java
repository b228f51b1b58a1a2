package org.mswada.db.execution;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jooq.Configuration;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DefaultConfiguration;
import org.mswada.db.connection.ConnectionManager;
import org.mswada.db.connection.PoolRole;
import org.mswada.db.connection.ServerPools;
import org.mswada.db.health.ClusterView;

/** Runs units of work on the servers of a database through the {@link PolicyStack}. Safe for use by many threads. */
public final class UnitRunner implements AutoCloseable {
    private final Gate gate = new Gate();
    private final List<Route> servers = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();
    private final List<DeadlineWatch> watches = new ArrayList<>();
    private final ReplayWaits waits;
    private final Policy stack;
    private final PermitReaper reaper = PermitReaper.start();
    private final Tick tick;
    private final ExecutorService blocking = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * Runs units on the servers that {@code connections} leads to.
     *
     * @param view what is known of these servers
     * @param wakeProbe has a server asked at once
     */
    public UnitRunner(ConnectionManager connections, ClusterView view, IntConsumer wakeProbe, ExecutionLimits limits,
            DatabaseMeters meters, StatementListener statements) {
        PolicyStack.SharedParts shared = new PolicyStack.SharedParts(gate,
                RetryBudget.withHeadStart(System::nanoTime), new BackOff(new SecureRandom()), Sleeper.REAL, view,
                wakeProbe, meters, statements, new GivingBack(blocking, meters), jooq());
        List<ServerPools> pools = connections.servers();
        for (int place = 0; place < pools.size(); place++) {
            servers.add(route(pools.get(place), place, limits, shared));
        }
        this.waits = new ReplayWaits(System::nanoTime,
                () -> IntStream.range(0, servers.size()).forEach(wakeProbe));
        this.stack = PolicyStack.over(servers, waits, shared);
        nodes.forEach(node -> reaper.watch(node.permits()));
        List<Runnable> tasks = new ArrayList<>(watches);
        nodes.forEach(node -> tasks.add(node::refuseWaitingWhileOpen));
        tasks.add(waits);
        this.tick = Tick.every(DeadlineWatch.TICK, tasks);
    }

    private static Configuration jooq() {
        return new DefaultConfiguration().set(SQLDialect.POSTGRES).set(new NoTransactionsOfJooq())
                .set(new Settings().withExecuteLogging(false).withAttachRecords(false).withFetchWarnings(false));
    }

    private Route route(ServerPools pools, int place, ExecutionLimits limits, PolicyStack.SharedParts shared) {
        Node read = new Node(pools.name(), place, PoolRole.READ, pools.read(), limits);
        Node write = new Node(pools.name(), place, PoolRole.WRITE, pools.write(), limits);
        WalPositions positions = shared.view().size() > 1
                ? new ServerPositions(shared.view(), place)
                : WalPositions.NONE;
        return new Route(read, write, around(read, positions, shared), around(write, positions, shared));
    }

    private Policy around(Node node, WalPositions positions, PolicyStack.SharedParts shared) {
        DeadlineWatch watch = new DeadlineWatch(node.attempts(), System::nanoTime, blocking, shared.meters());
        nodes.add(node);
        watches.add(watch);
        return PolicyStack.around(node, watch, positions, shared);
    }

    /**
     * Runs a unit.
     *
     * @throws UnitFailure for trouble of storage
     * @throws IllegalStateException inside another unit
     */
    public <T> T run(Unit<T> unit) {
        refuseInside(unit);
        return stack.run(unit);
    }

    private void refuseInside(Unit<?> unit) {
        for (int place = 0; place < nodes.size(); place++) {
            Node node = nodes.get(place);
            // Most nodes of most servers are idle at any moment, and then none of their places need be looked at.
            InFlight outer = node.permits().inUse() == 0 ? null : node.attempts().of(Thread.currentThread());
            if (outer != null) {
                throw new IllegalStateException("unit '" + unit.operation.name() + "' was opened inside unit '"
                        + outer.operation.name() + "': pass the session on instead");
            }
        }
    }

    /** Returns a node. */
    public Node node(int server, PoolRole role) {
        return servers.get(server).node(role);
    }

    /** Returns all nodes: of each server the one to read, then the one to write. */
    public List<Node> nodes() {
        return List.copyOf(nodes);
    }

    /** Something was learned of the servers: whoever waits for it looks again. */
    public void learned() {
        waits.learned();
    }

    /** Returns how many units wait for a connection. */
    public int waiting() {
        return nodes.stream().mapToInt(Node::waiting).sum();
    }

    /**
     * Lets no more units in and waits until those inside have ended. Those that have not within the limit are stopped, on
     * the server too, which takes a second at most; a COMMIT under way is left alone for that time.
     *
     * @return how many were still running then
     */
    public long drain(Duration limit) {
        if (gate.close(limit) == 0) {
            return 0;
        }
        watches.forEach(DeadlineWatch::stopAll);
        nodes.forEach(node -> node.permits().refuseWaiting());
        return gate.close(DeadlineWatch.CANCEL_GRACE);
    }

    @Override
    public void close() {
        gate.close(Duration.ZERO);
        waits.close();
        tick.close();
        reaper.close();
        blocking.shutdown();
    }

    @Override
    public String toString() {
        return stack.toString();
    }
}
