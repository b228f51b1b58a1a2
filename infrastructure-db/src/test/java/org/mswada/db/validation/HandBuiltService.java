package org.mswada.db.validation;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.function.Function;
import org.mswada.db.connection.ConnectionManager;
import org.mswada.db.connection.Connections;
import org.mswada.db.connection.DatabaseConfig;
import org.mswada.db.connection.SignsOfLife;
import org.mswada.db.execution.DatabaseMeters;
import org.mswada.db.execution.ExecutionLimits;
import org.mswada.db.execution.UnitRunner;
import org.mswada.db.health.ClusterLimits;
import org.mswada.db.health.ClusterView;
import org.mswada.db.health.NodeProbe;
import org.mswada.db.health.ProbeListener;
import org.mswada.db.service.DatabaseService;
import org.mswada.db.service.PooledDatabaseService;
import org.mswada.db.service.ServerProbes;
import org.mswada.db.service.SlowStatements;

/** A service whose probe asks elsewhere or is not listened to. */
final class HandBuiltService {
    private HandBuiltService() {}

    static DatabaseService of(DatabaseConfig config, DatabaseConfig probing, MeterRegistry registry,
            Function<UnitRunner, ProbeListener> listener) {
        DatabaseMeters meters = new DatabaseMeters(registry);
        ConnectionManager connections = new ConnectionManager(config);
        ClusterView view = new ClusterView(config.serverNames(), ClusterLimits.DEFAULT, System::nanoTime);
        SlowStatements slow = new SlowStatements(config.slowLimit(), meters, InstantSource.system(),
                nobodyPlans -> {});
        ServerProbes probes = new ServerProbes();
        UnitRunner runner = new UnitRunner(connections, view, probes::wake, ExecutionLimits.DEFAULT, meters, slow);
        ProbeListener told = listener.apply(runner);
        probes.start(new NodeProbe("primary", Connections.probing(probing), SignsOfLife.NONE, result -> {
            view.observed(0, result);
            told.probed(result);
        }));
        return new PooledDatabaseService(runner, connections, view, probes, meters, slow);
    }
}
