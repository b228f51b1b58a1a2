package org.mswada.db.execution;

import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Duration;

/**
 * The limits of the policies.
 *
 * @param maximumWaiting how many units may wait for a connection; those beyond are refused at once
 */
public record ExecutionLimits(int maximumWaiting) {
    /** How many calls the circuit breaker judges by. */
    static final int BREAKER_WINDOW = 50;
    /** How many calls it must have seen to judge. */
    static final int BREAKER_MINIMUM = 10;
    /** From which share of failures it opens, in percent. */
    static final float BREAKER_FAILURE_PERCENT = 50;
    /** How many calls it lets through when it is half open. */
    static final int BREAKER_HALF_OPEN_CALLS = 5;
    /** How long it stays half open without a verdict before it opens again. */
    static final Duration BREAKER_HALF_OPEN_LIMIT = Duration.ofSeconds(10);
    /** How long it stays open where no probe tells it that the node is back. */
    static final Duration BREAKER_OPEN_LIMIT = Duration.ofSeconds(30);
    /** The limits used where nothing else is said. */
    public static final ExecutionLimits DEFAULT = new ExecutionLimits(500);

    /** Refuses a negative limit. */
    public ExecutionLimits {
        if (maximumWaiting < 0) {
            throw new IllegalArgumentException("at most " + maximumWaiting + " may wait: use 0 or more");
        }
    }

    static CircuitBreakerConfig breaker() {
        return CircuitBreakerConfig.custom()
                .slidingWindow(BREAKER_WINDOW, BREAKER_MINIMUM, SlidingWindowType.COUNT_BASED)
                .failureRateThreshold(BREAKER_FAILURE_PERCENT)
                .permittedNumberOfCallsInHalfOpenState(BREAKER_HALF_OPEN_CALLS)
                .maxWaitDurationInHalfOpenState(BREAKER_HALF_OPEN_LIMIT)
                .waitDurationInOpenState(BREAKER_OPEN_LIMIT)
                .automaticTransitionFromOpenToHalfOpenEnabled(true)
                .build();
    }
}
