package org.mswada.db.service;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import org.mswada.db.connection.ConnectionPool;
import org.mswada.db.connection.Connections;
import org.mswada.db.connection.DatabaseConfig;
import org.mswada.db.execution.DatabaseMeters;
import org.mswada.db.execution.ExecutionLimits;
import org.mswada.db.execution.UnitRunner;
import org.mswada.db.health.CircuitProbing;
import org.mswada.db.health.NodeProbe;

/** Opens a service as {@link DatabaseServices} does, but for a probe on a way of its own. */
final class ServiceParts {
    private static final String PRIMARY = "primary";

    private ServiceParts() {}

    static DatabaseService open(DatabaseConfig callers, DatabaseConfig probing, ExecutionLimits limits) {
        DatabaseMeters meters = new DatabaseMeters(new SimpleMeterRegistry());
        ConnectionPool pool = new ConnectionPool(callers);
        SlowStatements slow = new SlowStatements(callers.slowLimit(), meters, InstantSource.system(),
                nobodyPlans -> {});
        UnitRunner runner = new UnitRunner(PRIMARY, pool, limits, meters, slow);
        NodeProbe probe = new NodeProbe(PRIMARY, Connections.probing(probing), new CircuitProbing(runner.breaker()));
        probe.start();
        return new PooledDatabaseService(runner, pool, probe, meters, slow);
    }

    static DatabaseConfig config(String url, String user, String password, int size, Duration slowLimit) {
        return new DatabaseConfig(url, user, password, 0, size, slowLimit);
    }
}
