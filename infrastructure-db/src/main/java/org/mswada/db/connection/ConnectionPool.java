package org.mswada.db.connection;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** A pool of connections to one server. Opening it does not wait for the server. Safe for use by many threads. */
public final class ConnectionPool implements AutoCloseable {
    /** The longest wait for a connection while the pool has none to give. */
    static final Duration ACQUIRE_LIMIT = Duration.ofSeconds(10);
    /** HikariCP's shortest; between two slices the caller looks whether waiting is still of use. */
    private static final Duration ACQUIRE_SLICE = Duration.ofMillis(250);
    private static final Duration IDLE_LIMIT = Duration.ofSeconds(30);
    private static final int STARTS_WITHOUT_SERVER = -1;
    private static final String READ_COMMITTED = "TRANSACTION_READ_COMMITTED";

    private final HikariDataSource pool;

    /** Opens a pool. */
    public ConnectionPool(DatabaseConfig config) {
        HikariConfig hikari = new HikariConfig();
        hikari.setPoolName("mswada-write");
        hikari.setDataSource(Connections.pooled(config));
        hikari.setMinimumIdle(config.minimumIdle());
        hikari.setMaximumPoolSize(config.maximumPoolSize());
        hikari.setConnectionTimeout(ACQUIRE_SLICE.toMillis());
        hikari.setIdleTimeout(IDLE_LIMIT.toMillis());
        hikari.setInitializationFailTimeout(STARTS_WITHOUT_SERVER);
        // Else it is asked of the first connection ever, and when that one is lost meanwhile no later one can be set up
        // (HikariCP issue 1944).
        hikari.setTransactionIsolation(READ_COMMITTED);
        this.pool = new HikariDataSource(hikari);
    }

    /**
     * Borrows a connection, in autocommit; closing it gives it back.
     *
     * @param givesUp asked now and then while there is none to give
     * @throws SQLException HikariCP's own, when none came in time or the caller gave up
     */
    public Connection borrow(BooleanSupplier givesUp) throws SQLException {
        long start = System.nanoTime();
        while (true) {
            try {
                return pool.getConnection();
            } catch (SQLTransientConnectionException none) {
                if (givesUp.getAsBoolean() || System.nanoTime() - start >= ACQUIRE_LIMIT.toNanos()) {
                    throw none;
                }
            }
        }
    }

    /** Closes a borrowed connection for good instead of giving it back. */
    public void evict(Connection connection) {
        pool.evictConnection(connection);
    }

    /** Returns how many connections are open, lent and idle, and how many callers wait inside the pool. */
    public Use use() {
        HikariPoolMXBean bean = pool.getHikariPoolMXBean();
        return new Use(bean.getTotalConnections(), bean.getActiveConnections(), bean.getIdleConnections(),
                bean.getThreadsAwaitingConnection());
    }

    /** Returns the most connections that may be open. */
    public int maximumPoolSize() {
        return pool.getMaximumPoolSize();
    }

    @Override
    public void close() {
        pool.close();
    }

    @Override
    public String toString() {
        return pool.getPoolName();
    }

    /**
     * How a pool is used at a moment.
     *
     * @param total connections that are open
     * @param active those that are lent
     * @param idle those that are not
     * @param waiting callers that wait for one inside the pool
     */
    public record Use(int total, int active, int idle, int waiting) {}
}
