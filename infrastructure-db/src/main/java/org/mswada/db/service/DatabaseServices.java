package org.mswada.db.service;

import io.micrometer.core.instrument.MeterRegistry;
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

/** Opens database services. */
public final class DatabaseServices {
    private static final String PRIMARY = "primary";

    private DatabaseServices() {}

    /**
     * Opens a service over one server; that does not wait for the server.
     *
     * @param slowLimit the time from which a statement is reported as slow
     */
    public static DatabaseService open(DatabaseConfig config, ExecutionLimits limits, Duration slowLimit,
            MeterRegistry registry) {
        DatabaseMeters meters = new DatabaseMeters(registry);
        ConnectionPool pool = new ConnectionPool(config);
        PoolMeters.register(pool, registry);
        SlowPlans plans = new SlowPlans(Connections.planning(config), System::nanoTime);
        SlowStatements slow = new SlowStatements(slowLimit, meters, InstantSource.system(), plans);
        UnitRunner runner = new UnitRunner(PRIMARY, pool, limits, meters, slow);
        CircuitProbing circuit = new CircuitProbing(runner.breaker());
        NodeProbe probe = new NodeProbe(PRIMARY, Connections.probing(config), result -> {
            pool.serverIsThere(result.reachable());
            circuit.probed(result);
        });
        probe.start();
        return new PooledDatabaseService(runner, pool, probe, meters, slow);
    }
}
