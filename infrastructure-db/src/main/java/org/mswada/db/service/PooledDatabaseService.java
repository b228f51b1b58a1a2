package org.mswada.db.service;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.mswada.db.connection.ConnectionManager;
import org.mswada.db.execution.DatabaseMeters;
import org.mswada.db.execution.Isolation;
import org.mswada.db.execution.JooqSession;
import org.mswada.db.execution.Mode;
import org.mswada.db.execution.Unit;
import org.mswada.db.execution.UnitFailure;
import org.mswada.db.execution.UnitRunner;
import org.mswada.db.health.ClusterLimits;
import org.mswada.db.health.ClusterView;
import org.mswada.db.health.HealthMonitor;
import org.mswada.db.health.Signals;
import org.mswada.domain.storage.CallContext;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.OutcomeUnknown;
import org.mswada.domain.storage.ReadSession;
import org.mswada.domain.storage.WriteSession;

/** The service over pools of connections. */
public final class PooledDatabaseService implements DatabaseService {
    private final UnitRunner runner;
    private final ConnectionManager connections;
    private final ServerProbes probes;
    private final HealthReport health;
    private final HealthMonitor monitor;
    private final DatabaseMeters meters;
    private final SlowStatements slow;
    private final AtomicBoolean shutDown = new AtomicBoolean();

    /** Runs units through {@code runner}, and closes all of these at the end. */
    public PooledDatabaseService(UnitRunner runner, ConnectionManager connections, ClusterView view,
            ServerProbes probes, DatabaseMeters meters, SlowStatements slow) {
        this.runner = runner;
        this.connections = connections;
        this.probes = probes;
        this.health = new HealthReport(view, probes, runner);
        this.monitor = new HealthMonitor(this::signals, ClusterLimits.DEFAULT);
        this.meters = meters;
        this.slow = slow;
        monitor.start();
    }

    private Signals signals() {
        DatabaseMeters.Totals totals = meters.totals();
        return new Signals(health.now().servers().stream().map(ServerHealth::signals).toList(), totals.queries(),
                totals.slow(), totals.retries());
    }

    @Override
    public <T> T read(Operation operation, Function<? super ReadSession, ? extends T> work) {
        return runOrThrow(unit(operation, Mode.READ, Isolation.READ_COMMITTED, work));
    }

    @Override
    public <T> T snapshot(Operation operation, Function<? super ReadSession, ? extends T> work) {
        return runOrThrow(unit(operation, Mode.SNAPSHOT, Isolation.REPEATABLE_READ, work));
    }

    @Override
    public <T> T write(Operation operation, Function<? super WriteSession, ? extends T> work) {
        return runOrThrow(unit(operation, Mode.WRITE, Isolation.READ_COMMITTED, work));
    }

    @Override
    public <T> T writeSingle(Operation operation, Function<? super WriteSession, ? extends T> work) {
        return runOrThrow(unit(operation, Mode.SINGLE_WRITE, Isolation.READ_COMMITTED, work));
    }

    private <T> T runOrThrow(Unit<T> unit) {
        T result;
        try {
            result = runner.run(unit);
        } catch (UnitFailure failure) {
            throw failure.failure();
        }
        if (unit.isLocallyDurableOnly()) {
            throw locallyDurableOnly(unit);
        }
        return result;
    }

    /** A verb that returns data says that they are safe, which is more than is known here. */
    private static OutcomeUnknown locallyDurableOnly(Unit<?> unit) {
        return new OutcomeUnknown(
                "Unit '" + unit.operation().name() + "' is stored on the primary, but waiting for its "
                        + "synchronous standby was cancelled: a failover may lose it. Look before doing it again.",
                null);
    }

    @Override
    public <T> QueryResult<T> executeQuery(Operation operation, QueryOptions options,
            Function<? super ReadSession, ? extends T> work) {
        Unit<T> unit = unit(operation, options.oneSnapshot() ? Mode.SNAPSHOT : Mode.READ, Isolation.READ_COMMITTED,
                work);
        try {
            return new QueryResult.Success<>(runner.run(unit), statistics(unit));
        } catch (UnitFailure failure) {
            return new QueryResult.Failure<>(failure.failure(), statistics(unit));
        }
    }

    @Override
    public <T> TransactionResult<T> withTransaction(Operation operation, TransactionOptions options,
            Function<? super WriteSession, ? extends T> work) {
        Unit<T> unit = unit(operation, Mode.WRITE, options.isolation(), work);
        try {
            T data = runner.run(unit);
            if (unit.isRolledBackOnly()) {
                return new TransactionResult.RolledBack<>(data, null, statistics(unit));
            }
            return new TransactionResult.Committed<>(data,
                    unit.isLocallyDurableOnly()
                            ? TransactionResult.Durability.LOCAL_ONLY
                            : TransactionResult.Durability.AS_CONFIGURED,
                    unit.token(), statistics(unit));
        } catch (UnitFailure failure) {
            return failure.failure() instanceof OutcomeUnknown unknown
                    ? new TransactionResult.Unknown<>(unknown, statistics(unit))
                    : new TransactionResult.RolledBack<>(null, failure.failure(), statistics(unit));
        }
    }

    private static <T> Unit<T> unit(Operation operation, Mode mode, Isolation isolation,
            Function<? super JooqSession, ? extends T> work) {
        return new Unit<>(operation, mode, isolation, work, System.nanoTime(), CallContext.current().orElse(null));
    }

    private static UnitStatistics statistics(Unit<?> unit) {
        return new UnitStatistics(Duration.ofNanos(System.nanoTime() - unit.startNanos()), unit.attempts(),
                unit.node());
    }

    @Override
    public HealthCheckResult healthCheck() {
        return health.now();
    }

    @Override
    public HealthMonitor monitor() {
        return monitor;
    }

    @Override
    public DatabaseMetrics metrics() {
        DatabaseMeters.Totals totals = meters.totals();
        return new DatabaseMetrics(totals.queries(), totals.failures(), totals.retries(), totals.rerouted(),
                totals.slow(),
                totals.average(), totals.percentiles().at(0.5), totals.percentiles().at(0.95),
                totals.percentiles().at(0.99), health.now().circuit(), runner.waiting(), connections.use());
    }

    @Override
    public List<SlowStatement> slowStatements() {
        return slow.slowest();
    }

    @Override
    public void shutdown(Duration drainTimeout) {
        if (shutDown.compareAndSet(false, true)) {
            runner.drain(drainTimeout);
            connections.close();
            runner.close();
            probes.close();
            monitor.close();
        }
    }

    @Override
    public String toString() {
        return runner.toString();
    }
}
