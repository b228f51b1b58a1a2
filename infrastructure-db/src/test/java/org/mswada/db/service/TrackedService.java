package org.mswada.db.service;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.InstantSource;
import org.mswada.db.connection.ConnectionPool;
import org.mswada.db.connection.Connections;
import org.mswada.db.connection.DatabaseConfig;
import org.mswada.db.execution.DatabaseMeters;
import org.mswada.db.execution.ExecutionLimits;
import org.mswada.db.execution.UnitRunner;
import org.mswada.db.execution.WalPositions;
import org.mswada.db.health.CircuitProbing;
import org.mswada.db.health.NodeProbe;

/** A service on one node whose positions are known, as if it had replicas. */
final class TrackedService {
    private TrackedService() {}

    static DatabaseService open(DatabaseConfig config, DatabaseConfig probing, WalPositions positions) {
        DatabaseMeters meters = new DatabaseMeters(new SimpleMeterRegistry());
        ConnectionPool pool = new ConnectionPool(config);
        SlowStatements slow = new SlowStatements(config.slowLimit(), meters, InstantSource.system(),
                nobodyPlans -> {});
        UnitRunner runner = new UnitRunner("primary", pool, ExecutionLimits.DEFAULT, meters, slow, positions);
        NodeProbe probe = new NodeProbe("primary", Connections.probing(probing), new CircuitProbing(runner.breaker()));
        probe.start();
        return new PooledDatabaseService(runner, pool, probe, meters, slow);
    }
}
