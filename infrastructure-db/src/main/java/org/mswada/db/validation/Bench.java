package org.mswada.db.validation;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.mswada.db.connection.Connections;
import org.mswada.db.connection.DatabaseConfig;
import org.mswada.db.connection.PoolConfig;
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
        return open(new PoolConfig(minimumIdle, maximum, config.pool().acquireLimit(), config.pool().idleLimit()),
                NOTHING_IS_SLOW);
    }

    /** The same with the slow limit that is configured. */
    Trial openWithSlowLimit() {
        return open(new PoolConfig(0, POOL_SIZE, config.pool().acquireLimit(), config.pool().idleLimit()),
                config.slowLimit());
    }

    private Trial open(PoolConfig pool, Duration slowLimit) {
        Detour.Address address = Detour.address(config);
        BreakableLine callers = lines.to(address.host(), address.port());
        try {
            BreakableLine probe = lines.to(address.host(), address.port());
            try {
                return open(pool, slowLimit, callers, probe);
            } catch (RuntimeException e) {
                probe.close();
                throw e;
            }
        } catch (RuntimeException e) {
            callers.close();
            throw e;
        }
    }

    private Trial open(PoolConfig pool, Duration slowLimit, BreakableLine callers, BreakableLine probe) {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        DatabaseConfig slow = new DatabaseConfig(config.url(), config.user(), config.password(), config.pool(),
                config.timeouts(), config.tls(), slowLimit);
        DatabaseService service = services.open(Detour.of(slow, pool, callers.port(), probe.port()), registry);
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
