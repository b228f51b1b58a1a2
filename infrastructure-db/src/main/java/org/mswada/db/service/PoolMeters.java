package org.mswada.db.service;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.ToDoubleFunction;
import org.mswada.db.connection.ConnectionPool;

/**
 * The pool's use, under the names by which HikariCP's users know it. Read when somebody looks: a tracker of HikariCP's own
 * would cost each borrowing two readings of the clock.
 */
final class PoolMeters {
    private PoolMeters() {}

    static void register(ConnectionPool pool, MeterRegistry registry) {
        gauge(registry, pool, "hikaricp.connections", "Connections that are open", each -> each.use().total());
        gauge(registry, pool, "hikaricp.connections.active", "Connections that are lent", each -> each.use().active());
        gauge(registry, pool, "hikaricp.connections.idle", "Connections that are not lent", each -> each.use().idle());
        gauge(registry, pool, "hikaricp.connections.pending", "Callers that wait inside the pool",
                each -> each.use().waiting());
        gauge(registry, pool, "hikaricp.connections.max", "Connections that may be open",
                ConnectionPool::maximumPoolSize);
    }

    private static void gauge(MeterRegistry registry, ConnectionPool pool, String name, String description,
            ToDoubleFunction<ConnectionPool> value) {
        Gauge.builder(name, pool, value).description(description).tag("pool", pool.toString()).register(registry);
    }
}
