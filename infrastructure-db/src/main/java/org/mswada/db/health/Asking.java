package org.mswada.db.health;

import java.net.SocketTimeoutException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.mswada.db.connection.ProbeConnections;
import org.mswada.db.connection.ServerAnswer;
import org.mswada.db.connection.SignsOfLife;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a server on the connection that it keeps. One that had answered and no longer does is asked once more on a new one,
 * before it is called away: only the connection may be broken. One that is silent then too, but meanwhile answered others,
 * is busy and not away: those lose nothing, and it is given more time. For one thread.
 */
final class Asking {
    /** For an answer. */
    static final Duration ANSWER_LIMIT = Duration.ofMillis(250);
    /** For each answer while signing in, to see whether a server still answers that did a moment ago. */
    static final Duration CHECK_LIMIT = Duration.ofMillis(300);
    /** The same while it is away: one that has just come back is busy, and nobody learns anything new by less patience. */
    static final Duration LOGIN_LIMIT = Duration.ofSeconds(1);
    /** The same before it ever answered, for a cold JVM needs long for its first. */
    static final Duration FIRST_LOGIN_LIMIT = Duration.ofSeconds(5);
    /** So often a server that answers others is given more time: what it sent long ago may still be read slowly. */
    private static final int MOST_EXTENSIONS = 2;

    private static final Logger LOGGER = LoggerFactory.getLogger(Asking.class);

    private final String node;
    private final ProbeConnections connections;
    private final SignsOfLife signs;
    private @Nullable Connection connection;
    private boolean everAnswered;
    private boolean wasSilence;

    Asking(String node, ProbeConnections connections, SignsOfLife signs) {
        this.node = node;
        this.connections = connections;
        this.signs = signs;
    }

    ProbeResult ask() {
        boolean hadConnection = connection != null;
        ProbeResult first = attempt(everAnswered ? LOGIN_LIMIT : FIRST_LOGIN_LIMIT);
        if (first.reachable() || !hadConnection) {
            return first;
        }
        signs.forget();
        ProbeResult next = attempt(CHECK_LIMIT);
        for (int extension = 0; extension < MOST_EXTENSIONS && isBusy(); extension++) {
            signs.forget();
            next = attempt(LOGIN_LIMIT);
        }
        if (next.reachable()) {
            LOGGER.info("node {} did not answer the probe ({}), but does on a new connection", node, first.trouble());
        }
        return next;
    }

    /** What came while the first question was open may have been sent before; what came during the second was not. */
    private boolean isBusy() {
        return wasSilence && signs.any();
    }

    private ProbeResult attempt(Duration loginLimit) {
        wasSilence = false;
        long start = System.nanoTime();
        try {
            Connection open = connection == null ? login(loginLimit) : connection;
            // How long signing in takes says nothing of how fast it answers.
            start = System.nanoTime();
            ServerFacts facts = ServerQuestion.ask(open);
            everAnswered = true;
            return new ProbeResult(true, facts, since(start), start, null);
        } catch (SQLException e) {
            disconnect();
            wasSilence = isSilence(e);
            return new ProbeResult(ServerAnswer.isRefusal(e), null, since(start), start, e.getMessage());
        }
    }

    private Connection login(Duration limit) throws SQLException {
        Connection opened = connections.open(limit);
        connection = opened;
        opened.setNetworkTimeout(Runnable::run, (int) ANSWER_LIMIT.toMillis());
        return opened;
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static boolean isSilence(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SocketTimeoutException) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether the last question, or the attempt to ask it, got no reaction at all. */
    boolean wasSilence() {
        return wasSilence;
    }

    /** Returns whether a server with this answers at all, so that the patience with a first login is over. */
    boolean everAnswered() {
        return everAnswered;
    }

    /** Its socket goes first: a word to a server that does not answer could wait for ever. */
    private void disconnect() {
        connections.abort();
        close();
    }

    void close() {
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
}
