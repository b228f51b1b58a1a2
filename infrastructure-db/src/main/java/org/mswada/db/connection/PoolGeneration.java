package org.mswada.db.connection;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/**
 * The connections that a {@link MonitoredPool} opens in one epoch of its server, which is one HikariCP. Making it connects to
 * nothing, nor waits. Safe for use by many threads.
 */
public final class PoolGeneration {
    /** What HikariCP is told that waits to open a connection of a pool that is closed; it logs it, though nothing is wrong. */
    public static final String CLOSED = "the pool is closed";

    private static final int STARTS_WITHOUT_SERVER = -1;
    private static final String READ_COMMITTED = "TRANSACTION_READ_COMMITTED";
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private final ConnectGate gate;
    private final HikariDataSource hikari;

    PoolGeneration(String name, PoolConfig config, DataSource connections, ConnectGate gate) {
        HikariConfig settings = new HikariConfig();
        settings.setPoolName(name);
        settings.setDataSource(connections);
        settings.setMinimumIdle(config.minimumIdle());
        settings.setMaximumPoolSize(config.maximumPoolSize());
        settings.setConnectionTimeout(MonitoredPool.ACQUIRE_SLICE.toMillis());
        // Before an idle connection is lent; nobody can end that wait.
        settings.setValidationTimeout(MonitoredPool.ACQUIRE_SLICE.toMillis());
        settings.setExceptionOverride(new KeepAfterStalePlan());
        settings.setIdleTimeout(config.idleLimit().toMillis());
        settings.setInitializationFailTimeout(STARTS_WITHOUT_SERVER);
        // Else it is asked of the first connection ever, and when that one is lost meanwhile no later one can be set up
        // (HikariCP issue 1944).
        settings.setTransactionIsolation(READ_COMMITTED);
        this.gate = gate;
        this.hikari = new HikariDataSource(settings);
    }

    /**
     * Borrows a connection, in autocommit; closing it gives it back. Whoever has it asks {@link MonitoredPool#isCurrent}
     * before using it, and gives it back where that is no longer so.
     *
     * @throws SQLTransientConnectionException HikariCP's own, when none came within {@link MonitoredPool#ACQUIRE_SLICE}
     */
    public Connection borrow() throws SQLException {
        return hikari.getConnection();
    }

    /** Closes a connection that was borrowed here for good, instead of giving it back. */
    public void evict(Connection connection) {
        hikari.evictConnection(connection);
    }

    ConnectGate gate() {
        return gate;
    }

    MonitoredPool.Use use() {
        HikariPoolMXBean bean = hikari.getHikariPoolMXBean();
        return new MonitoredPool.Use(bean.getTotalConnections(), bean.getActiveConnections(),
                bean.getIdleConnections(), bean.getThreadsAwaitingConnection());
    }

    /** Opens nothing more, and closes what is idle now and what is lent when it comes back. */
    void retire() {
        gate.close();
        hikari.getHikariConfigMXBean().setMinimumIdle(0);
        hikari.getHikariPoolMXBean().softEvictConnections();
    }

    /**
     * Closes it when none of its connections is lent. Each unit ends at its deadline or soon after, so that comes; nobody
     * borrows here any more who has not done so before this is called.
     */
    void closeWhenUnused() {
        HikariPoolMXBean bean = hikari.getHikariPoolMXBean();
        while (!hikari.isClosed() && bean.getActiveConnections() > 0) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        hikari.close();
    }

    /** Closes it now, with all that is lent; waits for what is being opened. */
    void close() {
        gate.close();
        hikari.close();
    }
}
