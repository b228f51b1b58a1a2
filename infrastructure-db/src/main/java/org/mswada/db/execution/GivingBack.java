package org.mswada.db.execution;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.mswada.db.connection.PoolGeneration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives connections back so that the next unit finds nothing of the last one on them. What the server says of a connection's
 * transaction is known without asking. Units that ran SQL of their own may have left settings, temporary tables or locks: their
 * connections are reset before they are lent again, when the caller has its answer already.
 */
final class GivingBack {
    /** What RESET ALL leaves alone goes first (PostgreSQL manual, DISCARD: all but the plans, which the driver counts on). */
    static final String RESET = "set session authorization default; reset all; unlisten *; close all; discard temp; "
            + "select pg_advisory_unlock_all()";
    private static final Logger LOGGER = LoggerFactory.getLogger(GivingBack.class);

    private final Executor blocking;
    private final DatabaseMeters meters;

    /** Resets connections, which waits for the server, on {@code blocking}. */
    GivingBack(Executor blocking, DatabaseMeters meters) {
        this.blocking = blocking;
        this.meters = meters;
    }

    /** Gives back what a unit ran on. */
    void after(Unit<?> unit, PoolGeneration generation, Connection connection, boolean evict) {
        if (evict || unit.leftOpen) {
            generation.evict(connection);
        } else if (isInTransaction(connection)) {
            // The next unit's statements would join what the work's own SQL began, and be undone with it.
            report(unit, connection);
            generation.evict(connection);
        } else if (unit.saidSqlOfItsOwn) {
            resetFirst(unit, generation, connection);
        } else {
            unused(generation, connection);
        }
    }

    /**
     * Gives back what no unit ran on, or what is clean. What fails here fails on a connection that is closed for good anyway;
     * the unit's own outcome must stand. One that is thrown away is not closed besides: HikariCP then rolls back and resets
     * what it closes at the same time, and throws what is no SQLException when it comes second. So it does also after the
     * pool was closed.
     */
    void unused(PoolGeneration generation, Connection connection) {
        try {
            connection.close();
        } catch (SQLException | RuntimeException alreadyBroken) {
            generation.evict(connection);
        }
    }

    private static boolean isInTransaction(Connection connection) {
        try {
            return !TransactionState.isIdle(connection);
        } catch (SQLException broken) {
            return true;
        }
    }

    private void report(Unit<?> unit, Connection connection) {
        boolean broken;
        try {
            broken = connection.isClosed();
        } catch (SQLException unknown) {
            broken = true;
        }
        if (!broken) {
            meters.leaked(unit.operation);
            LOGGER.warn("unit '{}' left a transaction open, so its connection was thrown away: say no BEGIN in a unit",
                    unit.operation.name());
        }
    }

    private void resetFirst(Unit<?> unit, PoolGeneration generation, Connection connection) {
        meters.reset(unit.operation);
        try {
            blocking.execute(() -> reset(generation, connection));
        } catch (RejectedExecutionException shutDown) {
            generation.evict(connection);
        }
    }

    private void reset(PoolGeneration generation, Connection connection) {
        try {
            // Else it would be part of a transaction, and undone with it.
            connection.setAutoCommit(true);
            try (PreparedStatement statement = connection.prepareStatement(RESET)) {
                statement.execute();
            }
        } catch (SQLException | RuntimeException unknownState) {
            LOGGER.debug("a connection could not be reset and is thrown away", unknownState);
            generation.evict(connection);
            return;
        }
        unused(generation, connection);
    }
}
