package org.mswada.db.service;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;

/** What a circuit does with units. */
public enum CircuitState {
    /** Lets them through. */
    CLOSED,
    /** Lets a few through, to see how they fare. */
    HALF_OPEN,
    /** Refuses them. */
    OPEN;

    static CircuitState of(CircuitBreaker breaker) {
        return switch (breaker.getState()) {
            case OPEN, FORCED_OPEN -> OPEN;
            case HALF_OPEN -> HALF_OPEN;
            case CLOSED, DISABLED, METRICS_ONLY -> CLOSED;
        };
    }
}
