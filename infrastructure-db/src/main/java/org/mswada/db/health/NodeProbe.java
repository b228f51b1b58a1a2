package org.mswada.db.health;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks one node again and again, on a connection and a platform thread of its own, whether it answers, and tells a
 * listener. The thread ends with {@link #close()}.
 */
public final class NodeProbe implements AutoCloseable {
    /** Between two questions. */
    public static final Duration INTERVAL = Duration.ofMillis(250);
    private static final String QUESTION = "select pg_is_in_recovery()";

    private static final String STARTING_OR_STOPPING = "57P0";
    private static final Logger LOGGER = LoggerFactory.getLogger(NodeProbe.class);

    private final String node;
    private final DataSource dataSource;
    private final ProbeListener listener;
    private final Thread thread;
    private @Nullable Connection connection;
    private volatile boolean closed;
    private volatile ProbeResult last = ProbeResult.NONE;

    /** Will ask through {@code dataSource}, whose time-outs bound each question. */
    public NodeProbe(String node, DataSource dataSource, ProbeListener listener) {
        this.node = node;
        this.dataSource = dataSource;
        this.listener = listener;
        this.thread = Thread.ofPlatform().daemon().name("probe-" + node).unstarted(this::run);
    }

    /** Begins to ask. */
    public void start() {
        thread.start();
    }

    /** Returns the last answer. */
    public ProbeResult last() {
        return last;
    }

    private void run() {
        while (!closed) {
            try {
                last = ask();
                listener.probed(last);
            } catch (RuntimeException e) {
                LOGGER.error("probing node {} failed; the next round goes on", node, e);
                disconnect();
            }
            LockSupport.parkNanos(INTERVAL.toNanos());
        }
        disconnect();
    }

    private ProbeResult ask() {
        long start = System.nanoTime();
        try {
            if (connection == null) {
                connection = dataSource.getConnection();
            }
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(QUESTION)) {
                rows.next();
                return new ProbeResult(true, rows.getBoolean(1), Duration.ofNanos(System.nanoTime() - start), null);
            }
        } catch (SQLException e) {
            disconnect();
            return new ProbeResult(isRefusal(e), false, Duration.ofNanos(System.nanoTime() - start), e.getMessage());
        }
    }

    /** A server that refuses us, for its slots are taken or the password is wrong, is there; one that starts or stops is not. */
    private static boolean isRefusal(SQLException e) {
        return e instanceof PSQLException postgres && postgres.getServerErrorMessage() != null
                && !String.valueOf(e.getSQLState()).startsWith(STARTING_OR_STOPPING);
    }

    private void disconnect() {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException alreadyBroken) {
            // Nothing can be done with it any more, and nothing needs to be.
        } finally {
            connection = null;
        }
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        try {
            thread.join(Duration.ofSeconds(3));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String toString() {
        return "NodeProbe(" + node + ", " + last + ")";
    }
}
