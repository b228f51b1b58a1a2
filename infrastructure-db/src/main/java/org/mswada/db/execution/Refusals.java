package org.mswada.db.execution;

import java.time.Duration;
import org.mswada.domain.storage.StorageOverloaded;
import org.mswada.domain.storage.StorageTimeout;
import org.mswada.domain.storage.StorageUnavailable;

/** What a unit is told that never reached a connection. */
final class Refusals {
    private static final Decision UNAVAILABLE = decision(FailureKind.UNAVAILABLE, Decision.Retry.NEVER);
    private static final Decision UNAVAILABLE_HERE = decision(FailureKind.UNAVAILABLE, Decision.Retry.ELSEWHERE);
    private static final Decision UNAVAILABLE_YET = decision(FailureKind.UNAVAILABLE, Decision.Retry.WHILE_DEADLINE);
    private static final Decision OVERLOADED = decision(FailureKind.OVERLOADED, Decision.Retry.NEVER);
    private static final Decision TIMEOUT = decision(FailureKind.TIMEOUT, Decision.Retry.NEVER);

    private Refusals() {}

    private static Decision decision(FailureKind kind, Decision.Retry retry) {
        return new Decision(kind, retry, Decision.Outcome.NOTHING_STORED, false, Decision.Disposal.KEEP);
    }

    static UnitFailure circuitOpen(Unit<?> unit, String node) {
        return new UnitFailure(UNAVAILABLE_HERE, new StorageUnavailable("Unit '" + unit.operation.name()
                + "' was refused: the circuit of node " + node
                + " is open, for the node does not answer. It closes by itself when the node is back; try again later.",
                null));
    }

    static UnitFailure noConnection(Unit<?> unit, String reason) {
        return new UnitFailure(UNAVAILABLE_HERE, new StorageUnavailable("Unit '" + unit.operation.name()
                + "' was refused: no connection is free, and none can be opened (" + reason
                + "). Mend what the message says; it is tried again for whoever comes next.", null));
    }

    static UnitFailure behind(Unit<?> unit, String server) {
        return new UnitFailure(UNAVAILABLE_YET, new StorageUnavailable("Unit '" + unit.operation.name()
                + "' was refused by " + server
                + ", which is not known to hold all that the unit must see: it was restarted, or is the primary no "
                + "longer. Try again later.", null));
    }

    static UnitFailure promoted(Unit<?> unit, int timeline) {
        return new UnitFailure(new Decision(FailureKind.UNAVAILABLE, Decision.Retry.WHILE_DEADLINE,
                Decision.Outcome.NOTHING_STORED, false, Decision.Disposal.EVICT),
                new StorageUnavailable("Unit '"
                        + unit.operation.name() + "' was to read on a standby, but " + unit.node
                        + " was promoted to timeline " + timeline
                        + " and is not known to be the primary. Look at healthCheck() for which server is what.",
                        null));
    }

    static UnitFailure primaryNoLonger(Unit<?> unit, String server) {
        return new UnitFailure(UNAVAILABLE_YET, new StorageUnavailable("Unit '" + unit.operation.name()
                + "' was refused by " + server
                + ", which is not known to be the primary any more: that changed while the unit waited for a connection. "
                + "Try again later.", null));
    }

    static UnitFailure noPrimary(Unit<?> unit) {
        return new UnitFailure(UNAVAILABLE_YET, new StorageUnavailable("Unit '" + unit.operation.name()
                + "' was refused: no primary is known. The server that was it answers, but is it no longer, and no other "
                + "has taken over. Look at healthCheck() for what each server is; units go on when one takes over.",
                null));
    }

    static UnitFailure nobodyFarEnough(Unit<?> unit) {
        return new UnitFailure(UNAVAILABLE_YET, new StorageUnavailable("Unit '" + unit.operation.name()
                + "' was refused: the primary is away, and no replica holds all that the unit must see. Try again when "
                + "the primary is back, or read without a consistency token.", null));
    }

    /** Not run again here: tokens come from clients, and one that somebody made up would hold threads and use up retries. */
    static UnitFailure unknownTimeline(Unit<?> unit, int needed, int known) {
        return new UnitFailure(UNAVAILABLE, new StorageUnavailable("Unit '" + unit.operation.name()
                + "' was refused: it must see timeline " + needed
                + " of the database, and the newest that is known here is "
                + known
                + ". There was a failover of which this server has not heard: look whether it can reach the new "
                + "primary, and try again.", null));
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
