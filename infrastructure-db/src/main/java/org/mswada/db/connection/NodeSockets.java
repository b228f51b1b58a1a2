package org.mswada.db.connection;

import java.io.IOException;
import java.net.Socket;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The raw sockets of those connections to a server that belong together. Closing them frees callers that are stuck in
 * reading and in writing, also under TLS while the server is frozen, where {@link Connection#abort} waits for a lock that
 * the stuck writer has. Safe for use by many threads.
 */
public final class NodeSockets implements AutoCloseable {
    /** The driver makes a socket factory by the name of its class and hands it one text: all that is found by that text. */
    private static final Map<String, NodeSockets> BY_KEY = new ConcurrentHashMap<>();
    private static final AtomicLong KEYS = new AtomicLong();

    private final String key = Long.toString(KEYS.incrementAndGet());
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;
    private volatile boolean answered;

    /** None yet. */
    public NodeSockets() {
        BY_KEY.put(key, this);
    }

    static @Nullable NodeSockets of(String key) {
        return BY_KEY.get(key);
    }

    /**
     * Has the data source open its connections through sockets of these, by way of its own factory if it has one.
     *
     * @param limitMillis the longest that such a socket may take to connect and to wait for anything, whatever the driver
     *        tells it in its whole seconds; 0 for no such limit. A socket of the data source's own factory knows none.
     */
    void openFor(PGSimpleDataSource dataSource, int limitMillis) {
        dataSource.setSocketFactoryArg(
                NodeSocketFactory.argument(key, limitMillis, dataSource.getSocketFactory(),
                        dataSource.getSocketFactoryArg()));
        dataSource.setSocketFactory(NodeSocketFactory.class.getName());
    }

    /** Takes a new one, and forgets those that were closed meanwhile: never more are kept than were open at a time. */
    Socket taken(Socket socket) throws IOException {
        sockets.removeIf(Socket::isClosed);
        sockets.add(socket);
        if (closed) {
            socket.close();
        }
        return socket;
    }

    /** Closes all that are open, without a word to the server. */
    public void closeAll() {
        for (Socket socket : sockets) {
            try {
                socket.close();
            } catch (IOException alreadyBroken) {
                // Nobody waits on it any more, which is what closing it is for.
            }
        }
        sockets.removeIf(Socket::isClosed);
    }

    /** Closes the raw socket of one connection, whosever it is; one of a foreign socket factory stays open. */
    public static void close(Connection connection) {
        try {
            connection.unwrap(BaseConnection.class).getQueryExecutor().setNetworkTimeout(LimitedSocket.CLOSE);
        } catch (SQLException | IOException | RuntimeException alreadyClosed) {
            // It has no socket any more, or none that the driver knows.
        }
    }

    /** One of them was given bytes by the server. Called for each read: mostly it only looks. */
    void answered() {
        if (!answered) {
            answered = true;
        }
    }

    /** Only what comes from now on counts. */
    void forgetAnswers() {
        answered = false;
    }

    /** Returns whether the server has sent anything since; of sockets of a foreign factory that is not known. */
    boolean wereAnswered() {
        return answered;
    }

    int size() {
        return sockets.size();
    }

    static int registered() {
        return BY_KEY.size();
    }

    /** Closes all that are open, and whatever is opened from now on. */
    @Override
    public void close() {
        closed = true;
        BY_KEY.remove(key);
        closeAll();
    }
}
