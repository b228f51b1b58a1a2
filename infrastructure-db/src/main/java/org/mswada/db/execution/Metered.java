package org.mswada.db.execution;

import java.util.function.LongSupplier;

/** Counts and times every unit, refused ones too. */
final class Metered implements Policy {
    private final DatabaseMeters meters;
    private final LongSupplier nanoTime;
    private final Policy delegate;

    Metered(DatabaseMeters meters, LongSupplier nanoTime, Policy delegate) {
        this.meters = meters;
        this.nanoTime = nanoTime;
        this.delegate = delegate;
    }

    @Override
    public <T> T run(Unit<T> unit) {
        boolean failed = false;
        try {
            return delegate.run(unit);
        } catch (UnitFailure failure) {
            failed = true;
            throw failure;
        } finally {
            meters.ended(unit.operation, nanoTime.getAsLong() - unit.startNanos, failed);
        }
    }

    @Override
    public String toString() {
        return "Metered -> " + delegate;
    }
}
