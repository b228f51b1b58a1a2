package org.mswada.db.connection;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;

/** A pool of connections to one server. Opening it does not wait for the server. Safe for use by many threads. */
public final class ConnectionPool implements AutoCloseable {
    /** How long one try to borrow waits, HikariCP's shortest: between two, the caller looks whether it is still of use. */
    public static final Duration ACQUIRE_SLICE = Duration.ofMillis(250);
    private static final int STARTS_WITHOUT_SERVER = -1;
    private static final String READ_COMMITTED = "TRANSACTION_READ_COMMITTED";

    private final ConnectGate gate = new ConnectGate();
    private final AcquisitionBreaker acquisition = new AcquisitionBreaker(System::nanoTime);
    private final NodeSockets sockets = new NodeSockets();
    private final HikariDataSource pool;
    private final Duration acquireLimit;
    private volatile Runnable alarm = () -> {};

    /** Opens a pool, whose gate stands open until somebody shuts it. */
    public ConnectionPool(DatabaseConfig config) {
        HikariConfig hikari = new HikariConfig();
        hikari.setPoolName("mswada-write");
        hikari.setDataSource(
                new GatedDataSource(Connections.pooled(config, sockets), gate, acquisition, () -> alarm.run()));
        hikari.setMinimumIdle(config.pool().minimumIdle());
        hikari.setMaximumPoolSize(config.pool().maximumPoolSize());
        hikari.setConnectionTimeout(ACQUIRE_SLICE.toMillis());
        // Before an idle connection is lent; nobody can end that wait.
        hikari.setValidationTimeout(ACQUIRE_SLICE.toMillis());
        hikari.setExceptionOverride(new KeepAfterStalePlan());
        hikari.setIdleTimeout(config.pool().idleLimit().toMillis());
        hikari.setInitializationFailTimeout(STARTS_WITHOUT_SERVER);
        // Else it is asked of the first connection ever, and when that one is lost meanwhile no later one can be set up
        // (HikariCP issue 1944).
        hikari.setTransactionIsolation(READ_COMMITTED);
        this.pool = new HikariDataSource(hikari);
        this.acquireLimit = config.pool().acquireLimit();
    }

    /**
     * Borrows a connection, in autocommit; closing it gives it back.
     *
     * @throws SQLTransientConnectionException HikariCP's own, when none came within {@link #ACQUIRE_SLICE}
     */
    public Connection borrow() throws SQLException {
        return pool.getConnection();
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

    /** Runs {@code listener} whenever the server turns out to be out of reach; it must not take long. */
    public void onUnreachable(Runnable listener) {
        this.alarm = listener;
    }

    /** Returns what keeps connections from being opened while the server is out of reach. */
    public ConnectGate gate() {
        return gate;
    }

    /** Returns the breaker that says whether connections can be opened. */
    public AcquisitionBreaker acquisition() {
        return acquisition;
    }

    /** Returns the longest wait for a connection while there is none to give. */
    public Duration acquireLimit() {
        return acquireLimit;
    }

    /** Returns the most connections that may be open. */
    public int maximumPoolSize() {
        return pool.getMaximumPoolSize();
    }

    @Override
    public void close() {
        gate.close();
        pool.close();
        sockets.close();
    }

    /** Frees whoever is stuck on a connection of a server that is gone: all of them are closed, without a word to it. */
    public void abort() {
        sockets.closeAll();
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
