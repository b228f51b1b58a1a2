package org.mswada.db.validation;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.mswada.db.health.HealthMonitor;
import org.mswada.db.service.DatabaseMetrics;
import org.mswada.db.service.DatabaseService;
import org.mswada.db.service.HealthCheckResult;
import org.mswada.db.service.QueryOptions;
import org.mswada.db.service.QueryResult;
import org.mswada.db.service.SlowStatement;
import org.mswada.db.service.TransactionOptions;
import org.mswada.db.service.TransactionResult;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.ReadSession;
import org.mswada.domain.storage.WriteSession;

/** A service that does all as another one does, for controls that do one thing otherwise. */
class OtherService implements DatabaseService {
    private final DatabaseService delegate;

    OtherService(DatabaseService delegate) {
        this.delegate = delegate;
    }

    @Override
    public <T> QueryResult<T> executeQuery(Operation operation, QueryOptions options,
            Function<? super ReadSession, ? extends T> work) {
        return delegate.executeQuery(operation, options, work);
    }

    @Override
    public <T> TransactionResult<T> withTransaction(Operation operation, TransactionOptions options,
            Function<? super WriteSession, ? extends T> work) {
        return delegate.withTransaction(operation, options, work);
    }

    @Override
    public <T> T read(Operation operation, Function<? super ReadSession, ? extends T> work) {
        return delegate.read(operation, work);
    }

    @Override
    public <T> T snapshot(Operation operation, Function<? super ReadSession, ? extends T> work) {
        return delegate.snapshot(operation, work);
    }

    @Override
    public <T> T write(Operation operation, Function<? super WriteSession, ? extends T> work) {
        return delegate.write(operation, work);
    }

    @Override
    public <T> T writeSingle(Operation operation, Function<? super WriteSession, ? extends T> work) {
        return delegate.writeSingle(operation, work);
    }

    @Override
    public HealthCheckResult healthCheck() {
        return delegate.healthCheck();
    }

    @Override
    public HealthMonitor monitor() {
        return delegate.monitor();
    }

    @Override
    public DatabaseMetrics metrics() {
        return delegate.metrics();
    }

    @Override
    public List<SlowStatement> slowStatements() {
        return delegate.slowStatements();
    }

    @Override
    public void shutdown(Duration drainTimeout) {
        delegate.shutdown(drainTimeout);
    }
}
