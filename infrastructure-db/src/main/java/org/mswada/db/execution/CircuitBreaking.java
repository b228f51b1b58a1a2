package org.mswada.db.execution;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Tells the node's circuit breaker how each admitted unit ended: once, and exactly one of success, failure and release.
 * An answer of the server, a refusal too, says that the node is well; what says nothing of the node only gives its
 * permission back.
 */
final class CircuitBreaking implements Policy {
    private final CircuitBreaker breaker;
    private final LongSupplier nanoTime;
    private final Policy delegate;

    CircuitBreaking(CircuitBreaker breaker, LongSupplier nanoTime, Policy delegate) {
        this.breaker = breaker;
        this.nanoTime = nanoTime;
        this.delegate = delegate;
    }

    @Override
    public <T> T run(Unit<T> unit) {
        if (!breaker.tryAcquirePermission()) {
            throw Refusals.circuitOpen(unit, breaker.getName());
        }
        long start = nanoTime.getAsLong();
        boolean reported = false;
        try {
            T result = delegate.run(unit);
            reported = true;
            breaker.onSuccess(nanoTime.getAsLong() - start, TimeUnit.NANOSECONDS);
            return result;
        } catch (UnitFailure failure) {
            reported = true;
            report(failure, nanoTime.getAsLong() - start);
            throw failure;
        } finally {
            if (!reported) {
                // The work threw by itself; the node answered whatever it was asked.
                breaker.releasePermission();
            }
        }
    }

    private void report(UnitFailure failure, long nanos) {
        Decision decision = failure.decision();
        if (decision.countsForBreaker()) {
            breaker.onError(nanos, TimeUnit.NANOSECONDS, failure.failure());
        } else if (decision.kind() == FailureKind.CONSTRAINT || decision.kind() == FailureKind.CONFLICT) {
            breaker.onSuccess(nanos, TimeUnit.NANOSECONDS);
        } else {
            breaker.releasePermission();
        }
    }

    @Override
    public String toString() {
        return "CircuitBreaking(" + breaker.getName() + ") -> " + delegate;
    }
}
