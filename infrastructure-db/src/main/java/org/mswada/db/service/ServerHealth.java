package org.mswada.db.service;

import org.mswada.db.health.ServerStatus;

/**
 * How a server is.
 *
 * @param status what is known of it
 * @param read how its pool for reads is
 * @param write how its pool for writes is; it has no connections unless the server is the one that is written to
 */
public record ServerHealth(ServerStatus status, NodeHealth read, NodeHealth write) {
    /** Returns whether a read can be answered here that need not see the newest. */
    boolean serves() {
        return status.fit() && read.circuit() != CircuitState.OPEN && !read.hasNoConnection();
    }
}
