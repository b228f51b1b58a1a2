package org.mswada.bootstrap.server;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mswada.db.service.HealthCheckResult;
import org.mswada.http.admin.Readiness;

/** Says whether requests can be answered now: neither starting nor stopping, and the database is not sick. */
final class ServerReadiness implements Readiness {
    private final Supplier<HealthCheckResult> health;
    private volatile @Nullable String phase = "The server is starting.";
    private volatile boolean started;
    private boolean stopping;

    ServerReadiness(Supplier<HealthCheckResult> health) {
        this.health = health;
    }

    synchronized void started() {
        started = true;
        if (!stopping) {
            phase = null;
        }
    }

    /** Returns whether this reason is new; none is once it stops. */
    synchronized boolean waitingFor(String reason) {
        if (stopping) {
            return false;
        }
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
        HealthCheckResult look = health.get();
        return look.status() == HealthCheckResult.Status.UNHEALTHY ? look.issues() : List.of();
    }

    @Override
    public List<String> reasonsDegraded() {
        HealthCheckResult look = health.get();
        return look.status() == HealthCheckResult.Status.DEGRADED ? look.issues() : List.of();
    }
}
