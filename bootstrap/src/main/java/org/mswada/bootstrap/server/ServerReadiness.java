package org.mswada.bootstrap.server;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mswada.db.service.DatabaseService;
import org.mswada.db.service.HealthCheckResult;
import org.mswada.http.admin.Readiness;

/** Says whether requests can be answered now: neither starting nor stopping, and the database is not sick. */
final class ServerReadiness implements Readiness {
    private final DatabaseService database;
    private volatile @Nullable String phase = "The server is starting.";
    private volatile boolean started;
    private boolean stopping;

    ServerReadiness(DatabaseService database) {
        this.database = database;
    }

    synchronized void started() {
        started = true;
        if (!stopping) {
            phase = null;
        }
    }

    /** Returns whether this reason is new. */
    synchronized boolean waitingFor(String reason) {
        boolean news = !reason.equals(phase);
        phase = reason;
        return news;
    }

    synchronized void stopping() {
        stopping = true;
        phase = "The server is stopping.";
    }

    @Override
    public boolean hasStarted() {
        return started;
    }

    @Override
    public List<String> reasonsNotReady() {
        String now = phase;
        if (now != null) {
            return List.of(now);
        }
        HealthCheckResult health = database.healthCheck();
        return health.status() == HealthCheckResult.Status.UNHEALTHY ? health.issues() : List.of();
    }

    @Override
    public List<String> reasonsDegraded() {
        HealthCheckResult health = database.healthCheck();
        return health.status() == HealthCheckResult.Status.DEGRADED ? health.issues() : List.of();
    }
}
