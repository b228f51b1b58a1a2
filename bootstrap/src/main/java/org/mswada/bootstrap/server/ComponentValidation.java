package org.mswada.bootstrap.server;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.mswada.bootstrap.config.Environment;
import org.mswada.bootstrap.config.Key;
import org.mswada.db.connection.DatabaseConfig;
import org.mswada.db.connection.PoolConfig;
import org.mswada.db.connection.Pools;
import org.mswada.db.execution.ExecutionLimits;
import org.mswada.db.service.DatabaseService;
import org.mswada.db.service.HealthCheckResult;
import org.mswada.db.validation.BreakableLine;
import org.mswada.db.validation.DatabaseValidation;
import org.mswada.db.validation.Detour;
import org.mswada.db.validation.Measurement;
import org.mswada.db.validation.ValidationLine;
import org.mswada.db.validation.Within;
import org.mswada.domain.bill.BillFilter;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.bill.BillSort;
import org.mswada.domain.sponsor.SponsorId;
import org.mswada.domain.storage.StorageException;
import org.mswada.domain.storage.StorageOverloaded;
import org.mswada.domain.storage.StorageTimeout;
import org.mswada.domain.storage.StorageUnavailable;

/** Builds the application's component as the server does and finds out what it is made of. */
final class ComponentValidation {
    private static final String POOLS = "hikaricp.connections.max";
    private static final UUID NOBODY = new UUID(0, 0);
    private static final Duration FIRST_PROBE = Duration.ofSeconds(5);
    /** A second service would have begun to probe before the use cases were called. */
    private static final Duration SECOND_PROBE = Duration.ofMillis(500);

    private final DatabaseConfig database;
    private final ExecutionLimits limits;
    private final Environment environment;
    private final ServerComponent.Factory components;

    ComponentValidation(DatabaseConfig database, ExecutionLimits limits, Environment environment,
            ServerComponent.Factory components) {
        this.database = database;
        this.limits = limits;
        this.environment = environment;
        this.components = components;
    }

    /** Opens the probe's connection and one of the pool, though the pool may have more: it is asked by one thread. */
    List<ValidationLine> run() throws InterruptedException {
        if (Detour.isImpossible(database)) {
            return List.of();
        }
        Detour.Address address = Detour.address(database);
        Pools unfilled = new Pools(unfilled(database.pools().read()), unfilled(database.pools().write()));
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        try (BreakableLine callers = new ProxyValidationLine(address.host(), address.port());
                BreakableLine probes = new ProxyValidationLine(address.host(), address.port())) {
            ServerComponent component = components.create(
                    Detour.of(database, unfilled, callers.port(), probes.port()), limits, registry);
            try (DatabaseService service = component.database()) {
                return List.of(serviceLine(service(component, service, probes)), poolSizes(registry));
            }
        } catch (RuntimeException e) {
            Measurement unmeasured = DatabaseValidation.unmeasured("the application's component", e);
            return List.of(serviceLine(unmeasured), poolSizesLine(unmeasured));
        }
    }

    private static PoolConfig unfilled(PoolConfig pool) {
        return new PoolConfig(0, pool.maximumPoolSize(), pool.acquireLimit(), pool.idleLimit());
    }

    private static ValidationLine serviceLine(Measurement measured) {
        return DatabaseValidation.line("one DatabaseService",
                "the application's component gives the same service whenever it is asked, counts every use case's unit in "
                        + "it, and has one probe",
                "Bind DatabaseService as a singleton (DatabaseModule), and open no other.", measured);
    }

    /** Each service has a probe, so as many probes come to the line as there are services. */
    private static Measurement service(ServerComponent component, DatabaseService service, BreakableLine probes)
            throws InterruptedException {
        boolean answered = Within.limit(FIRST_PROBE, () -> isHealthy(service)).isPresent();
        boolean first = probes.arrivals() > 0;
        long before = service.metrics().queries();
        int called = 0;
        String away = answered ? "" : "did not answer the probe within " + FIRST_PROBE.toSeconds() + " s";
        for (Runnable useCase : List.<Runnable>of(() -> component.getBill().byId(new BillId(NOBODY)),
                () -> component.listBills().page(BillFilter.ALL, BillSort.INTRODUCED, null, 1),
                () -> component.getSponsor().byId(new SponsorId(NOBODY)))) {
            called++;
            try {
                useCase.run();
            } catch (StorageUnavailable | StorageOverloaded | StorageTimeout gone) {
                away = away.isEmpty() ? "left meanwhile: " + gone.getMessage() : away;
            } catch (StorageException countedToo) {
                // A schema that is behind fails it; it has gone through the service all the same.
            }
        }
        long units = service.metrics().queries() - before;
        Set<DatabaseService> services = Collections.newSetFromMap(new IdentityHashMap<>());
        services.add(service);
        services.add(component.database());
        // A probe that lost its connection comes again; a second one would come beside it.
        boolean second = probes.awaitArrivals(2, SECOND_PROBE) && probes.open() > 1;
        if (services.size() == 1 && !(away.isEmpty() && isHealthy(service))) {
            // Then neither the units nor the probes say anything.
            return Measurement.impossible("the database " + (away.isEmpty() ? "left meanwhile" : away));
        }
        return Measurement.of(services.size() == 1 && first && !second && units == called,
                services.size() + " service, asked for twice; " + units + " units for " + called + " use cases; "
                        + probes.open() + " probe");
    }

    private static boolean isHealthy(DatabaseService service) {
        return service.healthCheck().status() != HealthCheckResult.Status.UNHEALTHY;
    }

    private ValidationLine poolSizes(SimpleMeterRegistry registry) {
        Pools pools = database.pools();
        Map<String, Integer> maxima = new TreeMap<>();
        pools(registry).forEach(gauge -> maxima.put(String.valueOf(gauge.getId().getTag("pool")),
                (int) gauge.value()));
        return poolSizesLine(Measurement.of(
                maxima.equals(Map.of("mswada-read", pools.read().maximumPoolSize(), "mswada-write",
                        pools.write().maximumPoolSize())),
                "hikaricp.connections.max " + maxima + " in the application's component; the minimum, "
                        + pools.minimumIdle() + " here, is measured as 1 under 'pool limits'"));
    }

    private ValidationLine poolSizesLine(Measurement measured) {
        Pools pools = database.pools();
        return DatabaseValidation.line("pool sizes",
                pools.maximumPoolSize() + " connections at most, " + pools.read().maximumPoolSize() + " to read and "
                        + pools.write().maximumPoolSize() + " to write, as configured (" + environment.label()
                        + "; by profile "
                        + Key.DB_POOL_MAXIMUM_SIZE.defaults() + ")",
                "Build the pool with the sizes of the configuration: see 'mswada config explain db.pool.maximum-size'.",
                measured);
    }

    private static Collection<Gauge> pools(SimpleMeterRegistry registry) {
        return registry.find(POOLS).gauges();
    }
}
