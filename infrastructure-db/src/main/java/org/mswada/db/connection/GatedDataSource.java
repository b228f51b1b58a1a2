package org.mswada.db.connection;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLNonTransientConnectionException;
import java.time.Duration;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Opens connections while that is of use: out of reach of the server it waits, on the pool's own thread, until somebody
 * has seen the server again. What the server itself refuses goes through, and so does what fails although it was seen.
 */
final class GatedDataSource implements DataSource {
    private final DataSource delegate;
    private final ConnectGate gate;
    private final AcquisitionBreaker breaker;
    private final PoolListener listener;

    /** Opens connections of {@code delegate}. */
    GatedDataSource(DataSource delegate, ConnectGate gate, AcquisitionBreaker breaker, PoolListener listener) {
        this.delegate = delegate;
        this.gate = gate;
        this.breaker = breaker;
        this.listener = listener;
    }

    @Override
    public Connection getConnection() throws SQLException {
        while (true) {
            gate.pass();
            long start = System.nanoTime();
            try {
                Connection connection = delegate.getConnection();
                breaker.opened(Duration.ofNanos(System.nanoTime() - start));
                if (gate.isClosed()) {
                    // A pool that was closed meanwhile would neither take nor close it.
                    connection.close();
                    throw new SQLNonTransientConnectionException(PoolGeneration.CLOSED);
                }
                listener.connected();
                return connection;
            } catch (SQLException e) {
                if (gate.isClosed()) {
                    throw e;
                }
                breaker.failed(e);
                if (ServerAnswer.isRefusal(e)) {
                    throw e;
                }
                gate.shut();
                listener.unreachable();
                if (breaker.failuresInARow() > 1) {
                    // Somebody else reaches the server and we do not: only the pool's back-off keeps us from trying at once.
                    throw e;
                }
            }
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("the pool signs in as configured");
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return delegate.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        delegate.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        delegate.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return delegate.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return delegate.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return delegate.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return delegate.isWrapperFor(type);
    }
}
