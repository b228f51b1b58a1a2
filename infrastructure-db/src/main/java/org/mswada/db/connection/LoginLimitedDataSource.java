package org.mswada.db.connection;

import org.postgresql.ds.PGSimpleDataSource;

/**
 * A data source that keeps the limit it was made with for opening a socket, TLS and signing in together. HikariCP sets one
 * of its own, derived from how long a caller waits for a connection, which would give up a slow login again and again.
 */
final class LoginLimitedDataSource extends PGSimpleDataSource {
    private static final long serialVersionUID = 1L;

    LoginLimitedDataSource(int seconds) {
        super.setLoginTimeout(seconds);
    }

    @Override
    public void setLoginTimeout(int ignored) {
        // What was given at the beginning stands.
    }
}
