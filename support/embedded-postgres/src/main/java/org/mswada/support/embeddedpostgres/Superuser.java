package org.mswada.support.embeddedpostgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;

/** Asks a server as its superuser, each time on a connection of its own, which no frozen server holds for ever. */
record Superuser(PostgresAddress address) {
    private static final String DATABASE = "postgres";
    private static final String CONNECT_SECONDS = "10";
    /** Longer than the longest statement, which is the promotion. */
    private static final String SILENCE_SECONDS = "40";
    private static final long LOOK_EVERY_NANOS = 2_000_000;

    Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", address.user());
        properties.setProperty("password", address.password());
        properties.setProperty("ApplicationName", "mswada-replication");
        properties.setProperty("connectTimeout", CONNECT_SECONDS);
        properties.setProperty("socketTimeout", SILENCE_SECONDS);
        return DriverManager.getConnection(address.jdbcUrl(DATABASE), properties);
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = connect(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Returns the only value of the only row; empty when it is null. */
    Optional<String> value(String sql, Object... values) throws SQLException {
        try (Connection connection = connect()) {
            return value(connection, sql, values);
        }
    }

    static Optional<String> value(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int index = 0; index < values.length; index++) {
                statement.setObject(index + 1, values[index]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.empty();
            }
        }
    }

    /** Returns whether the condition came true in time. A server that is away may come back meanwhile. */
    boolean becomesTrue(Duration limit, String condition, Object... values) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (System.nanoTime() - deadline < 0) {
            try (Connection connection = connect()) {
                while (System.nanoTime() - deadline < 0) {
                    if (value(connection, "select " + condition, values).filter("t"::equals).isPresent()) {
                        return true;
                    }
                    pause();
                }
            } catch (SQLException away) {
                pause();
            }
        }
        return false;
    }

    /** Changes a setting of the whole server, and returns once all its processes were told; empty for its default. */
    void configure(String setting, Optional<String> value) throws SQLException, InterruptedException {
        execute("alter system " + value.map(text -> "set " + setting + " = '" + text.replace("'", "''") + "'")
                .orElse("reset " + setting));
        String before = loaded();
        execute("select pg_reload_conf()");
        // The postmaster tells its children in the same breath in which it reads the file, and only a new connection
        // shows what the postmaster has read.
        while (loaded().equals(before)) {
            pause();
        }
    }

    private String loaded() throws SQLException {
        return value("select pg_conf_load_time()").orElseThrow();
    }

    private static void pause() throws InterruptedException {
        LockSupport.parkNanos(LOOK_EVERY_NANOS);
        if (Thread.interrupted()) {
            throw new InterruptedException("waiting for PostgreSQL");
        }
    }
}
