package org.mswada.db.execution;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.mswada.db.connection.ConnectionPool;

/** Borrows the attempt's connection and gives it back, or throws it away where the decision or a cancellation asks for it. */
final class Borrowing implements Policy {
    private final ConnectionPool pool;
    private final long slices;
    private final CircuitBreaker breaker;
    private final DeadlineWatch watch;
    private final LongSupplier nanoTime;
    private final Policy delegate;

    Borrowing(ConnectionPool pool, CircuitBreaker breaker, DeadlineWatch watch, LongSupplier nanoTime,
            Policy delegate) {
        this.pool = pool;
        this.slices = pool.acquireLimit().dividedBy(ConnectionPool.ACQUIRE_SLICE);
        this.breaker = breaker;
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
        InFlight attempt = new InFlight(unit.operation, connection, unit.deadline);
        unit.connection = connection;
        unit.inFlight = attempt;
        boolean evict = false;
        try {
            watch.watch(attempt);
            return delegate.run(unit);
        } catch (UnitFailure failure) {
            evict = failure.decision().disposal() == Decision.Disposal.EVICT;
            throw failure;
        } finally {
            watch.release(attempt);
            giveBack(connection, evict || attempt.isCancelled() || unit.leftOpen || isInTransaction(connection));
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
        for (int slice = 1;; slice++) {
            try {
                return pool.borrow();
            } catch (SQLTransientConnectionException none) {
                refuseIfOfNoUse(unit);
                UnitFailure failure = noneCame(unit, slice >= slices, none);
                if (failure != null) {
                    throw failure;
                }
            } catch (SQLException e) {
                throw FailureTranslator.translate(unit, new AttemptFailure(Phase.CONNECTING, e));
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
        if (breaker.getState() == CircuitBreaker.State.OPEN) {
            throw Refusals.circuitOpen(unit, breaker.getName());
        }
    }

    /**
     * What fails here fails on a connection that is closed for good anyway; the unit's own outcome must stand. One that is
     * thrown away is not closed besides: HikariCP then rolls back and resets what it closes at the same time, and throws
     * what is no SQLException when it comes second. So it does also after the pool was closed.
     */
    private void giveBack(Connection connection, boolean evict) {
        if (evict) {
            pool.evict(connection);
            return;
        }
        try {
            connection.close();
        } catch (SQLException | RuntimeException alreadyBroken) {
            pool.evict(connection);
        }
    }

    @Override
    public String toString() {
        return "Borrowing(" + pool + ") -> " + delegate;
    }
}
