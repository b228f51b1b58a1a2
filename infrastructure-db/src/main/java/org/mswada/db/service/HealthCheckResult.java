package org.mswada.db.service;

import java.time.Duration;
import java.util.List;

/**
 * Whether the database is well.
 *
 * @param status in one word
 * @param issues in words for a person; empty when all is well
 * @param latency how long the last probe took
 * @param role what the node is
 * @param circuit the state of its circuit
 * @param poolSize connections that are open
 * @param availableConnections connections that could be lent now, open or not
 */
public record HealthCheckResult(Status status, List<String> issues, Duration latency, Role role, CircuitState circuit,
        int poolSize, int availableConnections) {
    /** Health in one word. */
    public enum Status {
        HEALTHY, DEGRADED, UNHEALTHY
    }

    /** What a node is. */
    public enum Role {
        PRIMARY, STANDBY, UNKNOWN
    }

    /** Copies the issues. */
    public HealthCheckResult {
        issues = List.copyOf(issues);
    }
}
