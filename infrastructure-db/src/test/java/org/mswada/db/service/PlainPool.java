package org.mswada.db.service;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** The control: what the service does, by HikariCP and JDBC alone, with no policy around them. */
final class PlainPool implements AutoCloseable {
    private static final int STARTS_WITHOUT_SERVER = -1;

    private final HikariDataSource pool;

    PlainPool(String url, String user, String password, int size, Duration connectionTimeout) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.addDataSourceProperty("ApplicationName", "plain");
        config.setMinimumIdle(0);
        config.setMaximumPoolSize(size);
        config.setConnectionTimeout(connectionTimeout.toMillis());
        config.setInitializationFailTimeout(STARTS_WITHOUT_SERVER);
        this.pool = new HikariDataSource(config);
    }

    HikariDataSource dataSource() {
        return pool;
    }

    /** Runs one statement in autocommit. */
    void single(String statement) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            execute(connection, statement);
        }
    }

    /** Runs statements in one transaction. */
    void transaction(String... statements) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            for (String statement : statements) {
                execute(connection, statement);
            }
            connection.commit();
        }
    }

    private static void execute(Connection connection, String text) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(text);
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
