package org.mswada.db.service;

import java.time.Duration;
import java.util.List;
import org.mswada.db.health.ServerStatus;

/**
 * Whether the database is well.
 *
 * @param status in one word
 * @param issues in words for a person; empty when all is well
 * @param latency how long the last probe of the server that is written to took
 * @param role what that server is
 * @param circuit the worst state of its circuits
 * @param poolSize connections that are open, to all servers
 * @param availableConnections connections that could be lent now, open or not, of the pools in use
 * @param servers how each server is
 */
public record HealthCheckResult(Status status, List<String> issues, Duration latency, ServerStatus.Role role,
        CircuitState circuit, int poolSize, int availableConnections, List<ServerHealth> servers) {
    /** Health in one word. */
    public enum Status {
        HEALTHY,
        /** Units succeed, or those that read do on replicas while nothing can be written; not all is well. */
        DEGRADED,
        /** Units fail; without replicas that serve, also where only those that write do. */
        UNHEALTHY
    }

    /** Copies the lists. */
    public HealthCheckResult {
        issues = List.copyOf(issues);
        servers = List.copyOf(servers);
    }
}
