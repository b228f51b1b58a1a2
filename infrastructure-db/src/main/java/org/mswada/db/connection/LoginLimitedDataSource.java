package org.mswada.db.connection;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A data source that keeps the limit it was made with for opening a socket, TLS and signing in together. HikariCP sets one
 * of its own, derived from how long a caller waits for a connection, which would give up a slow login again and again.
 */
final class LoginLimitedDataSource extends PGSimpleDataSource {
    private static final long serialVersionUID = 1L;

    private final @Nullable String keyPassword;

    /** The key's password is kept out of the data source's properties, for the driver writes them all to its log. */
    LoginLimitedDataSource(int seconds, @Nullable String keyPassword) {
        this.keyPassword = keyPassword;
        super.setLoginTimeout(seconds);
    }

    @Override
    public Connection getConnection(@Nullable String user, @Nullable String password) throws SQLException {
        Properties secrets = new Properties();
        secrets.setProperty(PGProperty.USER.getName(), String.valueOf(user));
        secrets.setProperty(PGProperty.PASSWORD.getName(), String.valueOf(password));
        // Without one the driver would ask for it on the terminal.
        secrets.setProperty(PGProperty.SSL_PASSWORD.getName(), keyPassword == null ? "" : keyPassword);
        return DriverManager.getConnection(getUrl(), secrets);
    }

    @Override
    public void setLoginTimeout(int ignored) {
        // What was given at the beginning stands.
    }
}
