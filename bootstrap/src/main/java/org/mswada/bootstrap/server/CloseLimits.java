package org.mswada.bootstrap.server;

import java.time.Duration;
import org.mswada.bootstrap.config.ServerConfig;
import org.mswada.db.connection.TimeoutConfig;

/** How long each step of stopping the server may take. Their sum is what docs/operations.md says of the kill grace. */
final class CloseLimits {
    /** What a step may take beyond what it waits for by itself. */
    static final Duration GRACE = Duration.ofSeconds(5);
    /** How long running units of work may go on. */
    static final Duration DATABASE_DRAIN = Duration.ofSeconds(10);
    static final Duration EMBEDDED_DATABASE = Duration.ofSeconds(20);

    private CloseLimits() {}

    /** Nobody can end its wait for a frozen server, which is that for a socket and TLS, or for one answer. */
    static Duration orchestrator(TimeoutConfig timeouts) {
        return connecting(timeouts).plus(GRACE);
    }

    static Duration readiness(ServerConfig config) {
        return config.drainDelay().plus(GRACE);
    }

    static Duration http(ServerConfig config) {
        return config.drainTimeout().plus(GRACE);
    }

    /** A pool that closes waits for connections that it is opening, which takes their time when the server is frozen. */
    static Duration database(TimeoutConfig timeouts) {
        return DATABASE_DRAIN.plus(connecting(timeouts)).plus(GRACE);
    }

    private static Duration connecting(TimeoutConfig timeouts) {
        return timeouts.connect().plus(timeouts.tls());
    }
}
