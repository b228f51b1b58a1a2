package org.mswada.migrations;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Looks at a server before it is migrated, for Flyway says of these troubles only what the server says. */
final class ServerCheck {
    private static final int OLDEST_VERSION = 15;
    private static final String STATE = "select pg_is_in_recovery(), current_setting('transaction_read_only') = 'on'";

    private ServerCheck() {}

    static void supported(DataSource dataSource, String database) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            refuseOld(connection, database);
        }
    }

    static void writable(DataSource dataSource, String database) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            refuseOld(connection, database);
            refuseReadOnly(connection, database);
        }
    }

    private static void refuseOld(Connection connection, String database) throws SQLException {
        if (connection.getMetaData().getDatabaseMajorVersion() < OLDEST_VERSION) {
            throw MigrationFailed.because("The database at " + database + " is PostgreSQL "
                    + connection.getMetaData().getDatabaseProductVersion() + ", and Mswada needs " + OLDEST_VERSION
                    + " or newer. Nothing was changed. Upgrade the server, or set MSWADA_DB_URL to a newer one.");
        }
    }

    private static void refuseReadOnly(Connection connection, String database) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(STATE)) {
            row.next();
            if (row.getBoolean(1)) {
                throw MigrationFailed.because("The database at " + database + " is read-only, because it is a standby "
                        + "that follows another server. Nothing was changed. Set MSWADA_DB_URL to the primary.");
            }
            if (row.getBoolean(2)) {
                throw MigrationFailed.because("The database at " + database + " is read-only, because "
                        + "default_transaction_read_only is on. Nothing was changed. Turn it off for the server, the "
                        + "database or the role that migrates.");
            }
        }
    }
}
