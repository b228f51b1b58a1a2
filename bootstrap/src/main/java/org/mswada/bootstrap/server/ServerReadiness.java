package org.mswada.bootstrap.server;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mswada.db.service.DatabaseService;
import org.mswada.db.service.HealthCheckResult;
import org.mswada.http.admin.Readiness;

/** Says whether requests can be answered now: neither starting nor stopping, and the database is not sick. */
final class ServerReadiness implements Readiness {
    private final DatabaseService database;
    private volatile @Nullable String phase = "the server is starting";

    ServerReadiness(DatabaseService database) {
        this.database = database;
    }

    void started() {
        phase = null;
    }

    void stopping() {
        phase = "the server is stopping";
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
}
