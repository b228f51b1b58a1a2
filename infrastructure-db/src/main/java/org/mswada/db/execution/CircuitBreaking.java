package org.mswada.db.execution;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.util.concurrent.TimeUnit;

/**
 * Tells the node's circuit breaker how each admitted unit ended: once, and exactly one of success, failure and release.
 * An answer of the server, a refusal too, says that the node is well; what says nothing of the node only gives its
 * permission back.
 */
final class CircuitBreaking implements Policy {
    /** Slowness opens no circuit here, deadlines deal with it: reading the clock twice for each unit would be for nothing. */
    private static final long NOT_MEASURED = 0;

    private final CircuitBreaker breaker;
    private final Policy delegate;

    CircuitBreaking(CircuitBreaker breaker, Policy delegate) {
        this.breaker = breaker;
        this.delegate = delegate;
    }

    @Override
    public <T> T run(Unit<T> unit) {
        boolean closedBefore = breaker.getState() == CircuitBreaker.State.CLOSED;
        if (!breaker.tryAcquirePermission()) {
            throw Refusals.circuitOpen(unit, breaker.getName());
        }
        boolean admittedClosed = closedBefore && breaker.getState() == CircuitBreaker.State.CLOSED;
        boolean reported = false;
        try {
            T result = delegate.run(unit);
            reported = true;
            if (mayReport(admittedClosed)) {
                breaker.onSuccess(NOT_MEASURED, TimeUnit.NANOSECONDS);
            }
            return result;
        } catch (UnitFailure failure) {
            reported = true;
            if (mayReport(admittedClosed)) {
                report(failure);
            }
            throw failure;
        } finally {
            if (!reported && mayReport(admittedClosed)) {
                // The work threw by itself; the node answered whatever it was asked.
                breaker.releasePermission();
            }
        }
    }

    /** One admitted before the circuit opened has no voice, and no permission to give back, when it is half open. */
    private boolean mayReport(boolean admittedClosed) {
        return !admittedClosed || breaker.getState() == CircuitBreaker.State.CLOSED;
    }

    private void report(UnitFailure failure) {
        Decision decision = failure.decision();
        if (Thread.currentThread().isInterrupted()) {
            // The driver closes its socket when its thread is interrupted: that says nothing of the node.
            breaker.releasePermission();
        } else if (decision.countsForBreaker()) {
            breaker.onError(NOT_MEASURED, TimeUnit.NANOSECONDS, failure.failure());
        } else if (decision.kind() == FailureKind.CONSTRAINT || decision.kind() == FailureKind.CONFLICT) {
            breaker.onSuccess(NOT_MEASURED, TimeUnit.NANOSECONDS);
        } else {
            breaker.releasePermission();
        }
    }

    @Override
    public String toString() {
        return "CircuitBreaking(" + breaker.getName() + ") -> " + delegate;
    }
}
