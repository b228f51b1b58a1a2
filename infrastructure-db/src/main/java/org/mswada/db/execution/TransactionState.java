package org.mswada.db.execution;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.core.BaseConnection;

/** What the server last said of a connection's transaction; known to the driver without asking. */
final class TransactionState {
    private TransactionState() {}

    static boolean isIdle(Connection connection) throws SQLException {
        return of(connection) == org.postgresql.core.TransactionState.IDLE;
    }

    static boolean isFailed(Connection connection) throws SQLException {
        return of(connection) == org.postgresql.core.TransactionState.FAILED;
    }

    /** Returns false where the connection does not let itself be asked any more. */
    static boolean isKnownIdle(Connection connection) {
        try {
            return isIdle(connection);
        } catch (SQLException broken) {
            return false;
        }
    }

    /** Returns false where the connection does not let itself be asked any more. */
    static boolean isKnownFailed(Connection connection) {
        try {
            return isFailed(connection);
        } catch (SQLException broken) {
            return false;
        }
    }

    private static org.postgresql.core.TransactionState of(Connection connection) throws SQLException {
        return connection.unwrap(BaseConnection.class).getTransactionState();
    }
}
