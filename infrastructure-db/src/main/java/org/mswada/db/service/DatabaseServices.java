package org.mswada.db.service;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.mswada.db.connection.ConnectionManager;
import org.mswada.db.connection.Connections;
import org.mswada.db.connection.DatabaseConfig;
import org.mswada.db.connection.ServerPools;
import org.mswada.db.execution.DatabaseMeters;
import org.mswada.db.execution.ExecutionLimits;
import org.mswada.db.execution.UnitRunner;
import org.mswada.db.health.ClusterLimits;
import org.mswada.db.health.ClusterView;
import org.mswada.db.health.NodeProbe;

/** Opens database services. */
public final class DatabaseServices {
    private DatabaseServices() {}

    /**
     * Opens a service over the primary and its replicas; that does not wait for any of them.
     *
     * @param slowLimit the time from which a statement is reported as slow
     */
    public static DatabaseService open(DatabaseConfig config, ExecutionLimits limits, Duration slowLimit,
            MeterRegistry registry) {
        return assemble(config, config, limits, slowLimit, registry,
                new SlowPlans(Connections.planning(config), System::nanoTime));
    }

    /** Opens a service whose probes have ways of their own, and whose slow reads are told to {@code slowReads}. */
    static DatabaseService assemble(DatabaseConfig config, DatabaseConfig probing, ExecutionLimits limits,
            Duration slowLimit, MeterRegistry registry, Consumer<SlowStatement> slowReads) {
        DatabaseMeters meters = new DatabaseMeters(registry);
        ClusterView view = new ClusterView(config.serverNames(), ClusterLimits.DEFAULT, System::nanoTime);
        ConnectionManager connections = new ConnectionManager(config);
        connections.pools().forEach(pool -> PoolMeters.register(pool, registry));
        ServerMeters.register(config.serverNames(), view, registry);
        SlowStatements slow = new SlowStatements(slowLimit, meters, InstantSource.system(), slowReads);
        ServerProbes probes = new ServerProbes();
        UnitRunner runner = new UnitRunner(connections, view, probes::wake, limits, meters, slow);
        List<ServerPools> servers = connections.servers();
        for (int place = 0; place < servers.size(); place++) {
            ServerPools pools = servers.get(place);
            ServerWatch watch = new ServerWatch(place, pools, view, runner);
            pools.all().forEach(pool -> pool.listener(watch.ofPools(probes)));
            probes.start(new NodeProbe(pools.name(), Connections.probing(probing.server(place)),
                    pools.signsOfLife(), watch));
        }
        probes.watch();
        DatabaseService service = new PooledDatabaseService(runner, connections, view, probes, meters, slow);
        AlertMeters.register(service.monitor(), registry);
        return service;
    }
}
