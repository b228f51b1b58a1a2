package org.mswada.db.validation;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.mswada.db.connection.Connections;
import org.mswada.db.connection.DatabaseConfig;
import org.mswada.db.connection.PoolConfig;
import org.mswada.db.connection.Pools;
import org.mswada.db.service.DatabaseService;

/** What checks need: services like the server's, small, each on lines of its own, and a straight way to look. */
final class Bench {
    /** The connections of a pool at most. */
    static final int POOL_SIZE = 2;
    /** The connections at most: those of a pool, the probe's, and one to look. */
    static final int CONNECTIONS = POOL_SIZE + 2;
    /** For the plan of a slow read one more connection would be opened, on the line whose connections are counted. */
    private static final Duration NOTHING_IS_SLOW = Duration.ofHours(1);

    private final DatabaseConfig config;
    private final BreakableLine.Factory lines;
    private final ServiceOpener services;

    Bench(DatabaseConfig config, BreakableLine.Factory lines, ServiceOpener services) {
        this.config = config;
        this.lines = lines;
        this.services = services;
    }

    DatabaseConfig config() {
        return config;
    }

    /** Connects past all lines. */
    Connection connect() throws SQLException {
        return Connections.planning(config).getConnection();
    }

    /** Opens a service, waits until its probe answers, and runs no unit yet. */
    Trial open(int minimumIdle) {
        return open(minimumIdle, POOL_SIZE);
    }

    /** The same with a pool of this size at most. */
    Trial open(int minimumIdle, int maximum) {
        return open(pools(minimumIdle, maximum), NOTHING_IS_SLOW);
    }

    /** The same with the slow limit that is configured. */
    Trial openWithSlowLimit() {
        return open(pools(0, POOL_SIZE), config.slowLimit());
    }

    /** Nothing is kept open to write, so that the connections on the line are those of reads where nothing is written. */
    private Pools pools(int minimumIdle, int maximum) {
        return new Pools(pool(minimumIdle, maximum, config.pools().read()), pool(0, maximum, config.pools().write()));
    }

    private static PoolConfig pool(int minimumIdle, int maximum, PoolConfig limits) {
        return new PoolConfig(minimumIdle, maximum, limits.acquireLimit(), limits.idleLimit());
    }

    /** Opens a small service on the servers themselves, replicas too; whoever asks for it closes it. */
    DatabaseService openOnServers() {
        return services.open(new DatabaseConfig(config.url(), config.readUrls(), config.user(), config.password(),
                pools(0, POOL_SIZE), config.timeouts(), config.tls(), NOTHING_IS_SLOW), new SimpleMeterRegistry());
    }

    private Trial open(Pools pools, Duration slowLimit) {
        Detour.Address address = Detour.address(config);
        BreakableLine callers = lines.to(address.host(), address.port());
        try {
            BreakableLine probe = lines.to(address.host(), address.port());
            try {
                return open(pools, slowLimit, callers, probe);
            } catch (RuntimeException e) {
                probe.close();
                throw e;
            }
        } catch (RuntimeException e) {
            callers.close();
            throw e;
        }
    }

    private Trial open(Pools pools, Duration slowLimit, BreakableLine callers, BreakableLine probe) {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        DatabaseConfig slow = new DatabaseConfig(config.url(), List.of(), config.user(), config.password(),
                config.pools(), config.timeouts(), config.tls(), slowLimit);
        DatabaseService service = services.open(Detour.of(slow, pools, callers.port(), probe.port()), registry);
        try {
            Trial trial = new Trial(service, registry, callers, probe);
            trial.awaitHealthy();
            return trial;
        } catch (RuntimeException e) {
            service.close();
            throw e;
        }
    }
}
