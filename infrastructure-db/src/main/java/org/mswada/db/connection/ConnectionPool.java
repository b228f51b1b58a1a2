package org.mswada.db.connection;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A pool of connections to one server. Opening it does not wait for the server. Safe for use by many threads. */
public final class ConnectionPool implements AutoCloseable {
    private static final Duration ACQUIRE_LIMIT = Duration.ofSeconds(10);
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
    private static final Duration SOCKET_READ_LIMIT = Duration.ofSeconds(40);
    private static final Duration STATEMENT_LIMIT = Duration.ofSeconds(30);
    private static final Duration IDLE_LIMIT = Duration.ofSeconds(30);
    private static final int STARTS_WITHOUT_SERVER = -1;

    private final HikariDataSource pool;

    /** Opens a pool. */
    public ConnectionPool(DatabaseConfig config) {
        HikariConfig hikari = new HikariConfig();
        hikari.setPoolName("mswada-write");
        hikari.setDataSource(dataSource(config));
        hikari.setMinimumIdle(config.minimumIdle());
        hikari.setMaximumPoolSize(config.maximumPoolSize());
        hikari.setConnectionTimeout(ACQUIRE_LIMIT.toMillis());
        hikari.setIdleTimeout(IDLE_LIMIT.toMillis());
        hikari.setInitializationFailTimeout(STARTS_WITHOUT_SERVER);
        this.pool = new HikariDataSource(hikari);
    }

    private static DataSource dataSource(DatabaseConfig config) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(config.url());
        dataSource.setUser(config.user());
        dataSource.setPassword(config.password());
        dataSource.setApplicationName("mswada");
        dataSource.setTcpKeepAlive(true);
        dataSource.setConnectTimeout((int) CONNECT_LIMIT.toSeconds());
        dataSource.setSocketTimeout((int) SOCKET_READ_LIMIT.toSeconds());
        dataSource.setOptions("-c statement_timeout=" + STATEMENT_LIMIT.toMillis());
        return dataSource;
    }

    /** Borrows a connection, in autocommit; closing it gives it back. */
    public Connection borrow() throws SQLException {
        return pool.getConnection();
    }

    @Override
    public void close() {
        pool.close();
    }

    @Override
    public String toString() {
        return pool.getPoolName();
    }
}
