package org.mswada.db.execution;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.mswada.db.connection.MonitoredPool;
import org.mswada.db.connection.PoolGeneration;
import org.mswada.db.health.ClusterView;

/** Borrows the attempt's connection and gives it back, or throws it away where the decision or a cancellation asks for it. */
final class Borrowing implements Policy {
    private final Node node;
    private final MonitoredPool pool;
    private final long slices;
    private final ClusterView view;
    private final Runnable wakeProbe;
    private final DeadlineWatch watch;
    private final LongSupplier nanoTime;
    private final Policy delegate;

    Borrowing(Node node, ClusterView view, Runnable wakeProbe, DeadlineWatch watch, LongSupplier nanoTime,
            Policy delegate) {
        this.node = node;
        this.pool = node.pool();
        this.slices = pool.acquireLimit().dividedBy(MonitoredPool.ACQUIRE_SLICE);
        this.view = view;
        this.wakeProbe = wakeProbe;
        this.watch = watch;
        this.nanoTime = nanoTime;
        this.delegate = delegate;
    }

    @Override
    public <T> T run(Unit<T> unit) {
        unit.attempts++;
        unit.rolledBackOnly = false;
        unit.locallyDurableOnly = false;
        unit.leftOpen = false;
        unit.yielded = null;
        unit.inFlight = null;
        Connection connection = borrow(unit);
        PoolGeneration generation = Objects.requireNonNull(unit.generation, "noted by who borrowed");
        refuseIfBehind(unit, generation, connection);
        InFlight attempt = new InFlight(unit.operation, connection, unit.deadline);
        unit.connection = connection;
        unit.inFlight = attempt;
        boolean evict = false;
        try {
            watch.watch(attempt);
            return delegate.run(unit);
        } catch (UnitFailure failure) {
            evict = failure.decision().disposal() == Decision.Disposal.EVICT;
            if (evict) {
                // Its server may be gone, or another one than it was.
                wakeProbe.run();
            }
            throw failure;
        } finally {
            watch.release(attempt);
            giveBack(generation, connection,
                    evict || attempt.isCancelled() || unit.leftOpen || isInTransaction(connection));
        }
    }

    /** What was known when the server was chosen may be of a server that was restarted before this connection was opened. */
    private void refuseIfBehind(Unit<?> unit, PoolGeneration generation, Connection connection) {
        if (unit.required != null && !unit.mode.writes() && view.size() > 1
                && !view.hasReplayed(node.place(), unit.required.lsn())) {
            giveBack(generation, connection, false);
            wakeProbe.run();
            throw Refusals.behind(unit, node.server());
        }
    }

    /** The next unit's statements would join a transaction that the work's own SQL began, and be undone with it. */
    private static boolean isInTransaction(Connection connection) {
        try {
            return !TransactionState.isIdle(connection);
        } catch (SQLException broken) {
            return true;
        }
    }

    private Connection borrow(Unit<?> unit) {
        long slice = 1;
        while (true) {
            PoolGeneration generation = pool.current();
            try {
                Connection connection = generation.borrow();
                if (pool.isCurrent(generation)) {
                    unit.generation = generation;
                    return connection;
                }
                giveBack(generation, connection, true);
            } catch (SQLTransientConnectionException none) {
                refuseIfOfNoUse(unit);
                UnitFailure failure = noneCame(unit, slice >= slices, none);
                if (failure != null && pool.isCurrent(generation)) {
                    throw failure;
                }
                slice++;
            } catch (SQLException e) {
                if (pool.isCurrent(generation)) {
                    throw FailureTranslator.translate(unit, new AttemptFailure(Phase.CONNECTING, e));
                }
            }
        }
    }

    /** Returns why no connection came, or null while it is worth waiting on. */
    private @Nullable UnitFailure noneCame(Unit<?> unit, boolean lastSlice, SQLTransientConnectionException none) {
        Optional<String> trouble = pool.acquisition().trouble();
        if (trouble.isPresent()) {
            // Those that are open may still come back. It says nothing of the node: the circuit must not refuse them too.
            return lastSlice || pool.use().total() == 0 ? Refusals.noConnection(unit, trouble.get()) : null;
        }
        UnitFailure failure = FailureTranslator.translate(unit, new AttemptFailure(Phase.CONNECTING, none));
        return lastSlice || failure.decision().retry() == Decision.Retry.NEVER ? failure : null;
    }

    /** Waiting on could only end like this, and says nothing of the node. */
    private void refuseIfOfNoUse(Unit<?> unit) {
        if (unit.deadline.isSpent(nanoTime.getAsLong())) {
            throw Refusals.deadline(unit, "while a connection was being opened");
        }
        if (node.isOpen()) {
            throw Refusals.circuitOpen(unit, node.toString());
        }
    }

    /**
     * What fails here fails on a connection that is closed for good anyway; the unit's own outcome must stand. One that is
     * thrown away is not closed besides: HikariCP then rolls back and resets what it closes at the same time, and throws
     * what is no SQLException when it comes second. So it does also after the pool was closed.
     */
    private static void giveBack(PoolGeneration generation, Connection connection, boolean evict) {
        if (evict) {
            generation.evict(connection);
            return;
        }
        try {
            connection.close();
        } catch (SQLException | RuntimeException alreadyBroken) {
            generation.evict(connection);
        }
    }

    @Override
    public String toString() {
        return "Borrowing(" + pool + ") -> " + delegate;
    }
}
