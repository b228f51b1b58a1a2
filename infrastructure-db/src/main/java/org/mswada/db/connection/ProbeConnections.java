package org.mswada.db.connection;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.postgresql.ds.PGSimpleDataSource;

/** Opens the connections of a probe, in its own thread, and takes them from it. Safe for use by many threads. */
public final class ProbeConnections implements AutoCloseable {
    private static final int MILLIS_OF_SECOND = 1_000;

    private final DatabaseConfig config;
    private final NodeSockets sockets = new NodeSockets();

    ProbeConnections(DatabaseConfig config) {
        this.config = config;
    }

    /** Opens one; connecting, and then each answer that signing in needs, may take no longer than the limit. */
    public Connection open(Duration limit) throws SQLException {
        PGSimpleDataSource dataSource = Connections.probe(config);
        int millis = (int) limit.toMillis();
        // The driver must know of limits, or it takes the end of one for nothing and reads on.
        int seconds = Math.ceilDiv(millis, MILLIS_OF_SECOND);
        dataSource.setConnectTimeout(seconds);
        dataSource.setSocketTimeout(seconds);
        sockets.openFor(dataSource, millis);
        return dataSource.getConnection();
    }

    /** Whoever waits for an answer on one of them waits no longer; none can be used any more. */
    public void abort() {
        sockets.closeAll();
    }

    @Override
    public void close() {
        sockets.close();
    }
}
