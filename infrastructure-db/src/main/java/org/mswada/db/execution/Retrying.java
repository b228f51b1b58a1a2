package org.mswada.db.execution;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs a unit again where its failure says that nothing was stored and another try may help, after a pause that fits the
 * deadline, and only as often as the budget that all units share allows.
 */
final class Retrying implements Policy {
    private final RetryBudget budget;
    private final BackOff backOff;
    private final Sleeper sleeper;
    private final LongSupplier nanoTime;
    private final DatabaseMeters meters;
    private final Policy delegate;

    Retrying(RetryBudget budget, BackOff backOff, Sleeper sleeper, LongSupplier nanoTime, DatabaseMeters meters,
            Policy delegate) {
        this.budget = budget;
        this.backOff = backOff;
        this.sleeper = sleeper;
        this.nanoTime = nanoTime;
        this.meters = meters;
        this.delegate = delegate;
    }

    @Override
    public <T> T run(Unit<T> unit) {
        budget.deposit(unit.startNanos);
        UnitFailure open = null;
        for (int retry = 1;; retry++) {
            try {
                T result = delegate.run(unit);
                if (open == null || !unit.rolledBackOnly) {
                    return result;
                }
            } catch (UnitFailure failure) {
                open = stillOpen(open, failure);
                if (isWorthAnotherTry(failure.decision(), retry) && pause(unit, retry)) {
                    meters.retried(unit.operation);
                    continue;
                }
                throw open == null ? failure : open;
            } catch (RuntimeException ofTheWork) {
                if (open == null) {
                    throw ofTheWork;
                }
                open.failure().addSuppressed(ofTheWork);
            }
            throw open;
        }
    }

    /** What one try left open stays so, whatever becomes of the next, until one is committed. */
    private static @Nullable UnitFailure stillOpen(@Nullable UnitFailure open, UnitFailure failure) {
        if (open != null) {
            open.failure().addSuppressed(failure.failure());
            return open;
        }
        return failure.decision().outcome() == Decision.Outcome.UNKNOWN ? failure : null;
    }

    private static boolean isWorthAnotherTry(Decision decision, int retry) {
        return switch (decision.retry()) {
            case NEVER, ELSEWHERE -> false;
            case ONCE -> retry == 1;
            case WHILE_DEADLINE -> true;
        };
    }

    /** Returns whether there is another try: the pause fits the deadline, the budget pays for it, nobody interrupts. */
    private boolean pause(Unit<?> unit, int retry) {
        Duration pause = backOff.next(retry);
        if (unit.deadline.remainingNanos(nanoTime.getAsLong()) <= pause.toNanos() || !budget.tryRetry()) {
            return false;
        }
        try {
            sleeper.sleep(pause);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public String toString() {
        return "Retrying -> " + delegate;
    }
}
