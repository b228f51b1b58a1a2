package org.mswada.db.validation;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.function.Function;
import org.mswada.db.connection.ConnectionPool;
import org.mswada.db.connection.Connections;
import org.mswada.db.connection.DatabaseConfig;
import org.mswada.db.execution.DatabaseMeters;
import org.mswada.db.execution.ExecutionLimits;
import org.mswada.db.execution.UnitRunner;
import org.mswada.db.health.NodeProbe;
import org.mswada.db.health.ProbeListener;
import org.mswada.db.service.DatabaseService;
import org.mswada.db.service.PooledDatabaseService;
import org.mswada.db.service.SlowStatements;

/** A service whose probe asks elsewhere or is not listened to. */
final class HandBuiltService {
    private HandBuiltService() {}

    static DatabaseService of(DatabaseConfig config, DatabaseConfig probing, MeterRegistry registry,
            Function<UnitRunner, ProbeListener> listener) {
        DatabaseMeters meters = new DatabaseMeters(registry);
        ConnectionPool pool = new ConnectionPool(config);
        SlowStatements slow = new SlowStatements(config.slowLimit(), meters, InstantSource.system(),
                nobodyPlans -> {});
        UnitRunner runner = new UnitRunner("primary", pool, ExecutionLimits.DEFAULT, meters, slow);
        NodeProbe probe = new NodeProbe("primary", Connections.probing(probing), listener.apply(runner));
        probe.start();
        return new PooledDatabaseService(runner, pool, probe, meters, slow);
    }
}
