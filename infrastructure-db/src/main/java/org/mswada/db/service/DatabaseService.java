package org.mswada.db.service;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.mswada.db.health.HealthMonitor;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.ReadSession;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.domain.storage.WriteSession;

/**
 * The one door to PostgreSQL. Use cases see it as {@link UnitOfWork}, whose verbs are these, unwrapped; operators and tests
 * see all of it. There is one in an application. Safe for use by many threads.
 */
public interface DatabaseService extends UnitOfWork, AutoCloseable {
    /**
     * Runs a query and tells how it went. An exception of the work itself goes through unchanged.
     *
     * @param options how it runs
     */
    <T> QueryResult<T> executeQuery(Operation operation, QueryOptions options,
            Function<? super ReadSession, ? extends T> work);

    /**
     * Runs a transaction and tells how it ended. An exception of the work itself rolls it back and goes through unchanged.
     *
     * @param options how it runs
     */
    <T> TransactionResult<T> withTransaction(Operation operation, TransactionOptions options,
            Function<? super WriteSession, ? extends T> work);

    /** Says whether the database is well, from what its probe found last; asks nothing and so never waits. */
    HealthCheckResult healthCheck();

    /** Returns who watches the servers: its alerts, which a person acknowledges, and what became of each server. */
    HealthMonitor monitor();

    /** Returns what was counted since the start. */
    DatabaseMetrics metrics();

    /** Returns the slowest statements since the start, the slowest first, {@value SlowStatements#REMEMBERED} at most. */
    List<SlowStatement> slowStatements();

    /**
     * Lets no unit in any more, waits for those that run, then stops those that still run, on the server too, and closes
     * every connection. A second call does nothing.
     *
     * @param drainTimeout how long it waits
     */
    void shutdown(Duration drainTimeout);

    /** Shuts down without a drain time. */
    @Override
    default void close() {
        shutdown(Duration.ZERO);
    }
}
