package org.mswada.db.health;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.IllegalStateTransitionException;

/**
 * Lets the probe move a node's circuit: two unanswered questions in a row open it, though nobody called meanwhile, and an
 * answer lets a few callers try again, however long the circuit was to stay open: at once when the server was away, and
 * {@link NodeProbe#INTERVAL} after units alone opened it, for their failures wake the probe, which would let the next fail
 * a few milliseconds later. Where nobody calls, {@value #ANSWERS_THAT_CLOSE} answers in a row close it: no caller would.
 * Used by the probe's thread.
 */
public final class CircuitProbing implements ProbeListener {
    private static final int FAILURES_THAT_OPEN = 2;
    private static final int ANSWERS_THAT_CLOSE = 8;

    private final CircuitBreaker breaker;
    private int failuresInARow;
    private int answersUntried;
    private boolean seenOpen;
    private long openSeenNanos;

    /** Moves {@code breaker}. */
    public CircuitProbing(CircuitBreaker breaker) {
        this.breaker = breaker;
    }

    @Override
    public void probed(ProbeResult result) {
        boolean wasAway = failuresInARow > 0;
        failuresInARow = result.reachable() ? 0 : failuresInARow + 1;
        try {
            if (failuresInARow >= FAILURES_THAT_OPEN && breaker.getState() != State.OPEN) {
                breaker.transitionToOpenState();
            } else if (result.reachable() && isOpenLongEnough(wasAway, result.sampledNanos())) {
                breaker.transitionToHalfOpenState();
            }
            closeIfNobodyTries(result.reachable());
        } catch (IllegalStateTransitionException callersWereFaster) {
            // The circuit has moved meanwhile; the next answer decides on its new state.
        }
    }

    private boolean isOpenLongEnough(boolean wasAway, long now) {
        boolean open = breaker.getState() == State.OPEN;
        if (open && !seenOpen) {
            openSeenNanos = now;
        }
        seenOpen = open;
        return open && (wasAway || now - openSeenNanos >= NodeProbe.INTERVAL.toNanos());
    }

    private void closeIfNobodyTries(boolean reachable) {
        boolean untried = reachable && breaker.getState() == State.HALF_OPEN
                && breaker.getMetrics().getNumberOfBufferedCalls() == 0;
        answersUntried = untried ? answersUntried + 1 : 0;
        if (answersUntried >= ANSWERS_THAT_CLOSE) {
            breaker.transitionToClosedState();
        }
    }
}
