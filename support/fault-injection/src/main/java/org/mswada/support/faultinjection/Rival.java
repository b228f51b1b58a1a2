package org.mswada.support.faultinjection;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * A transaction of another session that stands in the way of the code under test. It is never chosen as the victim of a
 * deadlock: only those it waits for look for one. For one thread.
 */
public final class Rival implements AutoCloseable {
    private static final String WAITS = "select count(*) where pg_blocking_pids(?) <> '{}'";
    private static final String WAITING_FOR = "select count(*) from pg_stat_activity where ? = any(pg_blocking_pids(pid))";
    private static final long LOOK_EVERY_NANOS = 2_000_000;

    private final Connection connection;
    private final ServerFaults faults;
    private final int processId;
    private boolean wanting;

    Rival(Connection connection, ServerFaults faults) throws SQLException {
        this.connection = connection;
        this.faults = faults;
        this.processId = ServerFaults.count(connection, "select pg_backend_pid()");
    }

    Rival begin(String sql) throws SQLException {
        try {
            connection.setAutoCommit(false);
            execute("set local deadlock_timeout = '1h'");
            execute(sql);
            return this;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** Returns the process id of its backend. */
    public int processId() {
        return processId;
    }

    /** Returns how many backends wait for a lock that it holds. */
    public int waiting() throws SQLException {
        return faults.count(WAITING_FOR, processId);
    }

    /** Runs another statement in its transaction. */
    public void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /**
     * Has it want, in the background, what the code under test has locked, and returns whether it waits for that within
     * the limit. When the code under test then wants what this rival has locked, it fails with 40P01.
     */
    public boolean wants(String sql, Duration limit) throws SQLException {
        wanting = true;
        Thread _ = Thread.ofPlatform().daemon().name("rival-" + processId).start(() -> {
            try {
                execute(sql);
            } catch (SQLException endedByClose) {
                return;
            }
        });
        long deadline = System.nanoTime() + limit.toNanos();
        while (faults.count(WAITS, processId) == 0) {
            if (System.nanoTime() - deadline > 0) {
                return false;
            }
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        }
        return true;
    }

    /** Commits. It holds no lock afterwards. */
    public void commit() throws SQLException {
        connection.commit();
    }

    /** Rolls back what was not committed, ending what it waits for; its locks are free on return. */
    @Override
    public void close() throws SQLException {
        if (wanting) {
            boolean _ = faults.terminate(processId);
        } else if (!connection.isClosed()) {
            connection.rollback();
        }
        connection.close();
    }
}
