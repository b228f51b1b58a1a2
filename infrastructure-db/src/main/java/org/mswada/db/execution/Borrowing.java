package org.mswada.db.execution;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.function.LongSupplier;
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
            giveBack(connection, evict || attempt.isCancelled() || unit.leftOpen);
        }
    }

    private Connection borrow(Unit<?> unit) {
        for (int slice = 1;; slice++) {
            try {
                return pool.borrow();
            } catch (SQLTransientConnectionException none) {
                if (slice >= slices || isOfNoUse(unit)) {
                    throw FailureTranslator.translate(unit, new AttemptFailure(Phase.CONNECTING, none));
                }
            } catch (SQLException e) {
                throw FailureTranslator.translate(unit, new AttemptFailure(Phase.CONNECTING, e));
            }
        }
    }

    /** Returns whether waiting on could only end in a refusal. */
    private boolean isOfNoUse(Unit<?> unit) {
        return unit.deadline.isSpent(nanoTime.getAsLong()) || breaker.getState() == CircuitBreaker.State.OPEN;
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
