package org.mswada.db.validation;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.mswada.db.execution.JooqSession;
import org.mswada.db.service.CircuitState;
import org.mswada.db.service.DatabaseService;
import org.mswada.db.service.HealthCheckResult;
import org.mswada.db.service.QueryOptions;
import org.mswada.db.service.QueryResult;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.StorageUnavailable;

/**
 * A service on lines that can be broken.
 *
 * @param service the service
 * @param registry where it counts
 * @param callers the line of those who call it
 * @param probe the line of its probe
 */
record Trial(DatabaseService service, MeterRegistry registry, BreakableLine callers,
        BreakableLine probe) implements AutoCloseable {
    static final Operation READ = Operation.read("validation.read");
    private static final Duration HEALTHY_LIMIT = Duration.ofSeconds(15);

    /** Waits until the probe answers; the pool is not asked for a connection. */
    void awaitHealthy() {
        boolean healthy = Within.limit(HEALTHY_LIMIT, () -> health() != HealthCheckResult.Status.UNHEALTHY)
                .isPresent();
        if (!healthy) {
            throw new StorageUnavailable("The service on the way that can be broken did not become healthy within "
                    + HEALTHY_LIMIT.toSeconds() + " s: " + String.join(" ", service.healthCheck().issues()), null);
        }
    }

    /** Runs a query and returns how it went. */
    <T> QueryResult<T> query(Operation operation, Function<DSLContext, T> work) {
        return service.executeQuery(operation, QueryOptions.SINGLE,
                session -> work.apply(JooqSession.sql(session)));
    }

    /** Runs a query that asks nothing much; returns whether it succeeded. */
    boolean succeeds(Operation operation) {
        return query(operation, Trial::ask) instanceof QueryResult.Success;
    }

    /** Runs a query that loses its connection before it is answered. */
    QueryResult<String> cutQuery(Operation operation, Runnable beforeCut) {
        return query(operation, sql -> {
            beforeCut.run();
            callers.cut();
            return ask(sql);
        });
    }

    static String ask(DSLContext sql) {
        return String.valueOf(sql.fetchValue("select 1"));
    }

    CircuitState circuit() {
        return service.metrics().circuit();
    }

    HealthCheckResult.Status health() {
        return service.healthCheck().status();
    }

    /** Returns the sum of the gauges of this name in the registry, of all pools; empty when there are none. */
    Optional<Integer> gauge(String name) {
        return registry.find(name).gauges().stream().map(gauge -> (int) gauge.value()).reduce(Integer::sum);
    }

    @Override
    public void close() {
        try {
            service.close();
        } finally {
            callers.close();
            probe.close();
        }
    }
}
