package org.mswada.migrations;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Looks at a server before it is used, for Flyway and the driver say of these troubles only what the server says. */
final class ServerCheck {
    private static final int OLDEST_VERSION = 15;
    private static final int NEWEST_VERSION = 18;
    private static final String STATE = "select pg_is_in_recovery(), current_setting('transaction_read_only') = 'on'";

    private ServerCheck() {}

    static void supported(DataSource dataSource, String database) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            refuseUnsupported(connection, database);
        }
    }

    static void writable(DataSource dataSource, String database) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            refuseUnsupported(connection, database);
            refuseReadOnly(connection, database);
        }
    }

    /** A newer one is refused too: nobody has seen this release run on it, and its catalogs and plans may differ. */
    private static void refuseUnsupported(Connection connection, String database) throws SQLException {
        int version = connection.getMetaData().getDatabaseMajorVersion();
        if (version < OLDEST_VERSION || version > NEWEST_VERSION) {
            throw MigrationFailed.because("The database at " + database + " is PostgreSQL "
                    + connection.getMetaData().getDatabaseProductVersion() + ", and this release of Mswada runs on "
                    + OLDEST_VERSION + " to " + NEWEST_VERSION + ". Nothing was changed. "
                    + (version < OLDEST_VERSION
                            ? "Upgrade the server, or set MSWADA_DB_URL to a newer one."
                            : "Use a release of Mswada that knows it, or set MSWADA_DB_URL to an older server."));
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
                        + "database or the role that signs in.");
            }
        }
    }
}
