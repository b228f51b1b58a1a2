package org.mswada.db.execution;

import org.mswada.domain.storage.StorageUnavailable;

/** Lets units in until shutdown begins, and counts those inside so that shutdown can wait for them. */
final class Gated implements Policy {
    private final Gate gate;
    private final Policy delegate;

    Gated(Gate gate, Policy delegate) {
        this.gate = gate;
        this.delegate = delegate;
    }

    @Override
    public <T> T run(Unit<T> unit) {
        try {
            gate.enter(unit.operation);
        } catch (StorageUnavailable closed) {
            throw Refusals.shuttingDown(closed);
        }
        try {
            return delegate.run(unit);
        } finally {
            gate.leave();
        }
    }

    @Override
    public String toString() {
        return "Gated -> " + delegate;
    }
}
