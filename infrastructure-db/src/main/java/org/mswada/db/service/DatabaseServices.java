package org.mswada.db.service;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.mswada.db.connection.ConnectionPool;
import org.mswada.db.connection.Connections;
import org.mswada.db.connection.DatabaseConfig;
import org.mswada.db.execution.DatabaseMeters;
import org.mswada.db.execution.ExecutionLimits;
import org.mswada.db.execution.UnitRunner;
import org.mswada.db.health.CircuitProbing;
import org.mswada.db.health.NodeProbe;
import org.mswada.db.health.ProbeListener;
import org.mswada.db.health.ProbeResult;
import org.mswada.db.health.ProbeWatchdog;

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
        return assemble(config, config, limits, slowLimit, registry,
                new SlowPlans(Connections.planning(config), System::nanoTime));
    }

    /** Opens a service whose probe has a way of its own, and whose slow reads are told to {@code slowReads}. */
    static DatabaseService assemble(DatabaseConfig config, DatabaseConfig probing, ExecutionLimits limits,
            Duration slowLimit, MeterRegistry registry, Consumer<SlowStatement> slowReads) {
        DatabaseMeters meters = new DatabaseMeters(registry);
        ConnectionPool pool = new ConnectionPool(config);
        PoolMeters.register(pool, registry);
        SlowStatements slow = new SlowStatements(slowLimit, meters, InstantSource.system(), slowReads);
        UnitRunner runner = new UnitRunner(PRIMARY, pool, limits, meters, slow);
        ProbeListener circuit = new CircuitProbing(runner.breaker());
        NodeProbe probe = new NodeProbe(PRIMARY, Connections.probing(probing), result -> {
            moveGate(pool, result);
            circuit.probed(result);
        });
        pool.onUnreachable(probe::wake);
        probe.start();
        ProbeWatchdog.watch(List.of(probe));
        return new PooledDatabaseService(runner, pool, probe, meters, slow);
    }

    private static void moveGate(ConnectionPool pool, ProbeResult result) {
        if (result.reachable()) {
            pool.gate().open();
        } else {
            pool.gate().shut();
            // Whoever waits for an answer of it would wait until his deadline.
            pool.abort();
        }
    }
}
