package org.mswada.db.service;

import org.mswada.db.health.ServerStatus;
import org.mswada.db.health.Signals;

/**
 * How a server is.
 *
 * @param status what is known of it
 * @param read how its pool for reads is
 * @param write how its pool for writes is; it has no connections unless the server is the one that is written to
 */
public record ServerHealth(ServerStatus status, NodeHealth read, NodeHealth write) {
    /** Returns what rules of alerts look at: of its pools the one that is nearer to its end, or has more units wait for it. */
    Signals.NodeSignals signals() {
        NodeHealth busier = status.isWriter() && isWorse(write, read) ? write : read;
        boolean refuses = read.circuit() == CircuitState.OPEN
                || (status.isWriter() && write.circuit() == CircuitState.OPEN);
        return new Signals.NodeSignals(status, refuses, busier.use().active(), busier.maximumPoolSize(),
                busier.waiting());
    }

    private static boolean isWorse(NodeHealth one, NodeHealth other) {
        return one.available() == other.available()
                ? one.waiting() > other.waiting()
                : one.available() < other.available();
    }

    /** Returns whether a read can be answered here that need not see the newest. */
    boolean serves() {
        return status.fit() && read.circuit() != CircuitState.OPEN && !read.hasNoConnection();
    }
}
