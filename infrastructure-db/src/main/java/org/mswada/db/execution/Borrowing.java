package org.mswada.db.execution;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.mswada.db.connection.AcquireTimes;
import org.mswada.db.connection.MonitoredPool;
import org.mswada.db.connection.PoolGeneration;
import org.mswada.db.health.ClusterView;

/** Borrows the attempt's connection, and has it given back, or thrown away where the decision or a cancellation asks for it. */
final class Borrowing implements Policy {
    private static final String UNABLE_TO_CONNECT = "08001";

    private final Node node;
    private final MonitoredPool pool;
    private final long slices;
    private final ClusterView view;
    private final Runnable wakeProbe;
    private final DeadlineWatch watch;
    private final GivingBack givingBack;
    private final LongSupplier nanoTime;
    private final Policy delegate;

    Borrowing(Node node, ClusterView view, Runnable wakeProbe, DeadlineWatch watch, GivingBack givingBack,
            LongSupplier nanoTime, Policy delegate) {
        this.node = node;
        this.pool = node.pool();
        this.slices = pool.acquireLimit().dividedBy(MonitoredPool.ACQUIRE_SLICE);
        this.view = view;
        this.wakeProbe = wakeProbe;
        this.watch = watch;
        this.givingBack = givingBack;
        this.nanoTime = nanoTime;
        this.delegate = delegate;
    }

    @Override
    public <T> T run(Unit<T> unit) {
        unit.attempts++;
        unit.rolledBackOnly = false;
        unit.locallyDurableOnly = false;
        unit.leftOpen = false;
        unit.saidSqlOfItsOwn = false;
        unit.yielded = null;
        unit.inFlight = null;
        Connection connection = borrow(unit);
        PoolGeneration generation = Objects.requireNonNull(unit.generation, "noted by who borrowed");
        refuseIfOutdated(unit, generation, connection);
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
            givingBack.after(unit, generation, connection, evict || attempt.isCancelled());
        }
    }

    /** What was known when the server was chosen may be so no longer: it was restarted, or another took over, meanwhile. */
    private void refuseIfOutdated(Unit<?> unit, PoolGeneration generation, Connection connection) {
        UnitFailure outdated = view.size() == 1 ? null : outdated(unit);
        if (outdated != null) {
            givingBack.unused(generation, connection);
            wakeProbe.run();
            throw outdated;
        }
    }

    private @Nullable UnitFailure outdated(Unit<?> unit) {
        if (unit.isForPrimary() && view.primary() != node.place()) {
            return Refusals.primaryNoLonger(unit, node.server());
        }
        return unit.mode.writes() || unit.required == null || view.hasReplayed(node.place(), unit.required.lsn())
                ? null
                : Refusals.behind(unit, node.server());
    }

    private Connection borrow(Unit<?> unit) {
        long slice = 1;
        while (true) {
            PoolGeneration generation = pool.current();
            try {
                if (!pool.isReachable()) {
                    generation = awaitServer(unit);
                }
                Connection connection = generation.borrow();
                if (pool.isCurrent(generation)) {
                    unit.generation = generation;
                    measure(unit);
                    return connection;
                }
                generation.evict(connection);
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

    /**
     * Waits here for a server that is away. Whoever waits inside HikariCP would wait on there for the server of before, when
     * it is back as another, and keep those out who would not.
     */
    private PoolGeneration awaitServer(Unit<?> unit) throws SQLTransientConnectionException {
        try {
            if (pool.awaitReachable()) {
                refuseIfTooLate(unit);
                return pool.current();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusals.interrupted(unit);
        }
        throw new SQLTransientConnectionException("the server does not answer", UNABLE_TO_CONNECT);
    }

    /** A unit that is run again has waited, or run, before. */
    private void measure(Unit<?> unit) {
        if (unit.attempts == 1 && AcquireTimes.isMeasured(unit.startNanos)) {
            pool.acquireTimes().acquired(nanoTime.getAsLong() - unit.startNanos);
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
        return lastSlice || failure.decision().retry() != Decision.Retry.WHILE_DEADLINE ? failure : null;
    }

    /** Waiting on could only end like this, and says nothing of the node. */
    private void refuseIfOfNoUse(Unit<?> unit) {
        refuseIfTooLate(unit);
        if (node.isOpen()) {
            throw Refusals.circuitOpen(unit, node.toString());
        }
    }

    private void refuseIfTooLate(Unit<?> unit) {
        if (unit.deadline.isSpent(nanoTime.getAsLong())) {
            throw Refusals.deadline(unit, "while a connection was being opened");
        }
    }

    @Override
    public String toString() {
        return "Borrowing(" + pool + ") -> " + delegate;
    }
}
