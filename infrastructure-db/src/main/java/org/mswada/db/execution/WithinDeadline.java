package org.mswada.db.execution;

/** Begins nothing whose deadline has passed: an answer would be of no use, and others wait for the connection. */
final class WithinDeadline implements Policy {
    private final Policy delegate;

    WithinDeadline(Policy delegate) {
        this.delegate = delegate;
    }

    @Override
    public <T> T run(Unit<T> unit) {
        if (unit.deadline.isSpent(unit.startNanos)) {
            throw Refusals.deadline(unit, "before it began");
        }
        return delegate.run(unit);
    }

    @Override
    public String toString() {
        return "WithinDeadline -> " + delegate;
    }
}
