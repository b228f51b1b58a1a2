package org.mswada.db.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mswada.db.connection.ConnectionPool;
import org.mswada.db.health.ProbeResult;

/** Puts what is known of a node into words. */
final class HealthReport {
    private HealthReport() {}

    static HealthCheckResult of(ProbeResult probe, CircuitState circuit, ConnectionPool pool, int waiting) {
        ConnectionPool.Use use = pool.use();
        int maximumPoolSize = pool.maximumPoolSize();
        Optional<String> acquisition = pool.acquisition().trouble();
        List<String> issues = new ArrayList<>();
        if (!probe.reachable()) {
            issues.add("The database does not answer: " + probe.trouble()
                    + " Look whether it runs and whether this server may connect.");
        }
        if (probe.reachable() && probe.trouble() != null) {
            issues.add("The database refuses the probe: " + probe.trouble()
                    + " Look at its connection slots and at the role's rights.");
        }
        if (probe.reachable() && probe.inRecovery()) {
            issues.add("The database is a standby, so nothing can be written. Promote it, or name the primary.");
        }
        if (circuit != CircuitState.CLOSED) {
            issues.add("The circuit is " + (circuit == CircuitState.OPEN
                    ? "open: units are refused until a probe succeeds."
                    : "half open: a few units are let through to see whether the database is well."));
        }
        if (probe.reachable() && acquisition.isPresent()) {
            issues.add("No connection can be opened (" + acquisition.get() + "); " + use.total()
                    + " are open and serve on. Mend what the message says; it is tried again for whoever needs one.");
        }
        int available = maximumPoolSize - use.active();
        if (available <= 0) {
            issues.add("All " + maximumPoolSize + " connections are in use and " + waiting
                    + " units wait. Look for slow statements, or allow more connections.");
        }
        HealthCheckResult.Role role = !probe.reachable() || probe.trouble() != null
                ? HealthCheckResult.Role.UNKNOWN
                : probe.inRecovery() ? HealthCheckResult.Role.STANDBY : HealthCheckResult.Role.PRIMARY;
        return new HealthCheckResult(
                status(probe, circuit, use.total() == 0 && (acquisition.isPresent() || probe.trouble() != null),
                        issues),
                issues, probe.latency(), role, circuit,
                use.total(), Math.max(0, available));
    }

    private static HealthCheckResult.Status status(ProbeResult probe, CircuitState circuit, boolean withoutConnections,
            List<String> issues) {
        if (!probe.reachable() || circuit == CircuitState.OPEN || withoutConnections) {
            return HealthCheckResult.Status.UNHEALTHY;
        }
        return issues.isEmpty() ? HealthCheckResult.Status.HEALTHY : HealthCheckResult.Status.DEGRADED;
    }
}
