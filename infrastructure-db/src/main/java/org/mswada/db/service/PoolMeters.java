package org.mswada.db.service;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.mswada.db.connection.AcquireTimes;
import org.mswada.db.connection.AcquisitionBreaker;
import org.mswada.db.connection.MonitoredPool;

/**
 * The pool's use, under the names by which HikariCP's users know it. Read when somebody looks: a tracker of HikariCP's own
 * would cost each borrowing two readings of the clock.
 */
final class PoolMeters {
    private PoolMeters() {}

    static void register(MonitoredPool pool, MeterRegistry registry) {
        gauge(registry, pool, "hikaricp.connections", "Connections that are open", each -> each.use().total());
        gauge(registry, pool, "hikaricp.connections.active", "Connections that are lent", each -> each.use().active());
        gauge(registry, pool, "hikaricp.connections.idle", "Connections that are not lent", each -> each.use().idle());
        gauge(registry, pool, "hikaricp.connections.pending", "Callers that wait inside the pool",
                each -> each.use().waiting());
        gauge(registry, pool, "hikaricp.connections.max", "Connections that may be open",
                MonitoredPool::maximumPoolSize);
        AcquisitionBreaker acquisition = pool.acquisition();
        FunctionTimer.builder("hikaricp.connections.creation", acquisition, AcquisitionBreaker::openedCount,
                breaker -> breaker.openingTime().toNanos(), TimeUnit.NANOSECONDS)
                .description("Connections that were opened").tag("pool", pool.toString()).register(registry);
        FunctionCounter.builder("hikaricp.connections.creation.failures", acquisition,
                AcquisitionBreaker::failedCount).description("Connections that could not be opened")
                .tag("pool", pool.toString()).register(registry);
        FunctionTimer.builder("hikaricp.connections.acquire", pool.acquireTimes(), AcquireTimes::count,
                times -> times.total(TimeUnit.NANOSECONDS), TimeUnit.NANOSECONDS)
                .description("Waits of units until they had a connection, of one in sixteen")
                .tag("pool", pool.toString()).register(registry);
        gauge(registry, pool, "hikaricp.connections.refused", "1 while no connection can be opened",
                each -> each.acquisition().trouble().isPresent() ? 1 : 0);
    }

    private static void gauge(MeterRegistry registry, MonitoredPool pool, String name, String description,
            ToDoubleFunction<MonitoredPool> value) {
        Gauge.builder(name, pool, value).description(description).tag("pool", pool.toString()).register(registry);
    }
}
