package org.mswada.support.faultinjection;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Faults made by SQL on connections of our own, which must be a superuser's. The connection they are made on is kept, so
 * it works when no other can be had. Safe for many threads.
 */
public final class ServerFaults implements AutoCloseable {
    private static final String TOO_MANY_CONNECTIONS = "53300";

    /** In a WHERE clause the planner may call a function first that is to be called for the chosen rows only. */
    private static final String OF_APPLICATION = " from pg_stat_activity"
            + " where application_name = ? and pid <> pg_backend_pid()";

    /** Opens connections to the server. */
    @FunctionalInterface
    private interface Connections {
        Connection open() throws SQLException;
    }

    private final Connections connections;
    private final Connection own;

    private ServerFaults(Connections connections) throws SQLException {
        this.connections = connections;
        this.own = connections.open();
    }

    /** Connects through a data source; not a pool that the code under test uses. */
    public static ServerFaults on(DataSource dataSource) throws SQLException {
        return new ServerFaults(dataSource::getConnection);
    }

    /** Connects by the driver's own means. */
    public static ServerFaults on(String url, String user, String password) throws SQLException {
        return new ServerFaults(() -> DriverManager.getConnection(url, user, password));
    }

    /** Ends all backends with this application name (57P01), and returns how many; they are gone by then. */
    public int terminate(String applicationName) throws SQLException {
        return count("select count(*) filter (where pg_terminate_backend(pid, 10000))" + OF_APPLICATION,
                applicationName);
    }

    /** Ends one backend, and returns whether it is gone. */
    public boolean terminate(int processId) throws SQLException {
        return count("select count(*) where pg_terminate_backend(?, 10000)", processId) == 1;
    }

    /** Cancels what the backends with this application name do (57014), and returns how many did something. */
    public int cancel(String applicationName) throws SQLException {
        return count(
                "select count(*) filter (where case when state = 'active' then pg_cancel_backend(pid) end)"
                        + OF_APPLICATION,
                applicationName);
    }

    /** Cancels what one backend does, and returns whether there was such a backend. */
    public boolean cancel(int processId) throws SQLException {
        return count("select count(*) where pg_cancel_backend(?)", processId) == 1;
    }

    /** Locks a table against reading and writing until closed: all who want it pile up behind. */
    public Rival lockTable(String table) throws SQLException {
        return rival("lock table " + table + " in access exclusive mode");
    }

    /** Runs a statement in a transaction of another session that stays open, with all its locks, until closed. */
    public Rival rival(String sql) throws SQLException {
        return new Rival(connections.open(), this).begin(sql);
    }

    /**
     * Commits a change of another session at once. A unit of work that is REPEATABLE READ or SERIALIZABLE, has taken its
     * snapshot and then changes the same row fails with 40001.
     */
    public void commitElsewhere(String sql) throws SQLException {
        try (Connection other = connections.open(); Statement statement = other.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Takes all connections that the server has left, those reserved for superusers too (53300), until closed. */
    public HeldConnections exhaustConnections() throws SQLException {
        List<Connection> held = new ArrayList<>();
        try {
            while (true) {
                held.add(connections.open());
            }
        } catch (SQLException e) {
            HeldConnections all = new HeldConnections(held);
            if (!TOO_MANY_CONNECTIONS.equals(e.getSQLState())) {
                all.close();
                throw e;
            }
            return all;
        }
    }

    /**
     * Has every COMMIT that wrote something wait, as for a synchronous standby that is away, until closed: cancelling such
     * a COMMIT makes it succeed locally only, with a warning; ending its backend makes it fail although it is stored.
     * Only sessions with {@code synchronous_commit = on} wait. Changes synchronous_standby_names of the whole server.
     */
    public HeldCommits holdCommits() throws SQLException {
        return new HeldCommits(this, connections.open()).hold();
    }

    void execute(String sql) throws SQLException {
        synchronized (own) {
            try (Statement statement = own.createStatement()) {
                statement.execute(sql);
            }
        }
    }

    int count(String sql, Object... values) throws SQLException {
        synchronized (own) {
            return count(own, sql, values);
        }
    }

    static int count(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int index = 0; index < values.length; index++) {
                statement.setObject(index + 1, values[index]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getInt(1) : 0;
            }
        }
    }

    /** Ends our own connection. What was not closed before stays. */
    @Override
    public void close() throws SQLException {
        own.close();
    }
}
