package org.mswada.db.health;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.mswada.db.connection.ServerAnswer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks one node again and again, on a connection and a platform thread of its own, whether it answers, and tells a
 * listener. The thread ends with {@link #close()}.
 */
public final class NodeProbe implements AutoCloseable {
    /** Between two questions. */
    public static final Duration INTERVAL = Duration.ofMillis(250);
    /** Between two questions while the node does not answer. */
    public static final Duration INTERVAL_WHILE_AWAY = Duration.ofMillis(50);
    /** Beyond all that opening a connection and asking may take. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);

    private static final Logger LOGGER = LoggerFactory.getLogger(NodeProbe.class);

    private final String node;
    private final DataSource dataSource;
    private final ProbeListener listener;
    private final Thread thread;
    private @Nullable Connection connection;
    private volatile boolean closed;
    private volatile ProbeResult last = ProbeResult.NONE;
    private volatile long lastNanos;

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

    /** Returns the last answer; one that is too old says that nobody answers, for the probe itself hangs then. */
    public ProbeResult last() {
        ProbeResult answer = last;
        Duration age = Duration.ofNanos(System.nanoTime() - lastNanos);
        return answer.equals(ProbeResult.NONE) || age.compareTo(LONGEST_SILENCE) < 0
                ? answer
                : new ProbeResult(false, null, age, lastNanos,
                        "the probe has said nothing for " + age.toSeconds() + " s.");
    }

    /** Asks at once, for somebody has reason to doubt that the node answers. */
    public void wake() {
        LockSupport.unpark(thread);
    }

    private void run() {
        while (!closed) {
            try {
                ProbeResult answer = ask();
                lastNanos = System.nanoTime();
                last = answer;
                listener.probed(answer);
            } catch (RuntimeException | Error e) {
                // The gate of the pool opens by what this thread says: it must not end.
                LOGGER.error("probing node {} failed; the next round goes on", node, e);
                disconnect();
            }
            LockSupport.parkNanos((last.reachable() ? INTERVAL : INTERVAL_WHILE_AWAY).toNanos());
        }
        disconnect();
    }

    private ProbeResult ask() {
        long start = System.nanoTime();
        try {
            if (connection == null) {
                connection = dataSource.getConnection();
            }
            start = System.nanoTime();
            ServerFacts facts = ServerQuestion.ask(connection);
            return new ProbeResult(true, facts, Duration.ofNanos(System.nanoTime() - start), start, null);
        } catch (SQLException e) {
            disconnect();
            return new ProbeResult(ServerAnswer.isRefusal(e), null, Duration.ofNanos(System.nanoTime() - start), start,
                    e.getMessage());
        }
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
