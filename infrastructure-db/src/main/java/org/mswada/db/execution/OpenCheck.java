package org.mswada.db.execution;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;

/** Refuses at once while the circuit is open, before anything is waited for and without taking a permission of the breaker. */
final class OpenCheck implements Policy {
    private final CircuitBreaker breaker;
    private final Policy delegate;

    OpenCheck(CircuitBreaker breaker, Policy delegate) {
        this.breaker = breaker;
        this.delegate = delegate;
    }

    @Override
    public <T> T run(Unit<T> unit) {
        if (breaker.getState() == CircuitBreaker.State.OPEN) {
            throw Refusals.circuitOpen(unit, breaker.getName());
        }
        return delegate.run(unit);
    }

    @Override
    public String toString() {
        return "OpenCheck(" + breaker.getName() + ") -> " + delegate;
    }
}
