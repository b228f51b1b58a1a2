package org.mswada.db.alignment;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.mswada.db.connection.Connections;
import org.mswada.db.connection.DatabaseConfig;
import org.mswada.domain.storage.StorageException;
import org.mswada.domain.storage.StorageUnavailable;
import org.mswada.domain.storage.UnexpectedStorageFailure;

/** Looks at a database on a connection of its own, in one read-only transaction, and changes nothing. */
final class Inspection {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private Inspection() {}

    /** What is to be read. */
    interface Look<T> {
        T at(Connection connection) throws SQLException;
    }

    /**
     * Reads something.
     *
     * @throws StorageUnavailable if the database cannot be reached
     * @throws UnexpectedStorageFailure if it does not let us in, or refuses to answer
     */
    static <T> T of(DatabaseConfig config, Look<T> look) {
        try (Connection connection = Connections.migrating(config).getConnection()) {
            connection.setNetworkTimeout(Runnable::run, (int) LIMIT.toMillis());
            connection.setClientInfo("ApplicationName", "mswada-alignment");
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            T seen = look.at(connection);
            connection.rollback();
            return seen;
        } catch (SQLException e) {
            throw translated(e, config);
        }
    }

    private static StorageException translated(SQLException failure, DatabaseConfig config) {
        String state = String.valueOf(failure.getSQLState());
        String database = "The database at " + config.url().replaceFirst("\\?.*", "");
        String reason = failure.getMessage();
        if (state.startsWith("08") || state.startsWith("57P") || state.equals("53300")) {
            return new StorageUnavailable(database + " cannot be reached: " + reason
                    + " Check that it runs and that MSWADA_DB_URL names it.", failure);
        }
        if (state.startsWith("28") || state.startsWith("3D")) {
            return new UnexpectedStorageFailure(database + " did not let '" + config.user() + "' in: " + reason
                    + ". Check MSWADA_DB_URL, MSWADA_DB_USER and MSWADA_DB_PASSWORD.", failure);
        }
        return new UnexpectedStorageFailure(database + " could not be looked at: " + reason
                + ". If somebody changed the schema just now, try again; else look into the server's log.", failure);
    }
}
