package org.mswada.db.execution;

import java.time.Duration;
import org.mswada.domain.storage.StorageOverloaded;
import org.mswada.domain.storage.StorageTimeout;
import org.mswada.domain.storage.StorageUnavailable;

/** What a unit is told that never reached a connection. */
final class Refusals {
    private static final Decision UNAVAILABLE = decision(FailureKind.UNAVAILABLE);
    private static final Decision OVERLOADED = decision(FailureKind.OVERLOADED);
    private static final Decision TIMEOUT = decision(FailureKind.TIMEOUT);

    private Refusals() {}

    private static Decision decision(FailureKind kind) {
        return new Decision(kind, Decision.Retry.NEVER, Decision.Outcome.NOTHING_STORED, false, Decision.Disposal.KEEP);
    }

    static UnitFailure circuitOpen(Unit<?> unit, String node) {
        return new UnitFailure(UNAVAILABLE, new StorageUnavailable("Unit '" + unit.operation.name()
                + "' was refused: the circuit of node " + node
                + " is open, for the node does not answer. It closes by itself when the node is back; try again later.",
                null));
    }

    static UnitFailure noConnection(Unit<?> unit, String reason) {
        return new UnitFailure(UNAVAILABLE, new StorageUnavailable("Unit '" + unit.operation.name()
                + "' was refused: no connection is free, and none can be opened (" + reason
                + "). Mend what the message says; it is tried again for whoever comes next.", null));
    }

    static UnitFailure shuttingDown(StorageUnavailable closed) {
        return new UnitFailure(UNAVAILABLE, closed);
    }

    static UnitFailure drained(Unit<?> unit, String when) {
        return new UnitFailure(UNAVAILABLE, new StorageUnavailable("Unit '" + unit.operation.name()
                + "' was given up " + when + ": this server is shutting down, and its drain time is "
                + "over. Send it again to another server, or to this one when it is back.", null));
    }

    static UnitFailure queueFull(Unit<?> unit, Duration wait) {
        return new UnitFailure(OVERLOADED, new StorageOverloaded("Unit '" + unit.operation.name()
                + "' was refused: too many wait for a connection already. Try again in about " + wait.toMillis()
                + " ms.", wait, null));
    }

    static UnitFailure deadline(Unit<?> unit, String where) {
        return new UnitFailure(TIMEOUT, new StorageTimeout("Unit '" + unit.operation.name()
                + "' was given up " + where
                + ": its deadline passed. Allow it more time, or look for what it waits for.",
                null));
    }

    static UnitFailure interrupted(Unit<?> unit) {
        return new UnitFailure(UNAVAILABLE, new StorageUnavailable("Unit '" + unit.operation.name()
                + "' was given up while it waited for a connection: its thread was interrupted.", null));
    }
}
