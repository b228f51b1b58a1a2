package org.mswada.db.service;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.mswada.db.connection.DatabaseConfig;
import org.mswada.db.execution.ExecutionLimits;

/** Opens a service as {@link DatabaseServices} does, but for a probe on a way of its own. */
final class ServiceParts {
    private ServiceParts() {}

    static DatabaseService open(DatabaseConfig callers, DatabaseConfig probing, ExecutionLimits limits) {
        return DatabaseServices.assemble(callers, probing, limits, callers.slowLimit(), new SimpleMeterRegistry(),
                nobodyPlans -> {});
    }

    static DatabaseConfig config(String url, String user, String password, int size, Duration slowLimit) {
        return new DatabaseConfig(url, user, password, 0, size, slowLimit);
    }
}
