package org.mswada.db.connection;

import java.time.Duration;

/**
 * Where the database is and how it is connected to.
 *
 * @param url a JDBC URL of one PostgreSQL server, such as {@code jdbc:postgresql://localhost:5432/mswada}
 * @param user the role to sign in with
 * @param password its password; never printed
 * @param pool how many connections are kept
 * @param timeouts how long things on them may take
 * @param tls whether they are encrypted
 * @param slowLimit the time from which a statement is reported as slow
 */
public record DatabaseConfig(String url, String user, String password, PoolConfig pool, TimeoutConfig timeouts,
        TlsConfig tls, Duration slowLimit) {
    /** Refuses what is not a PostgreSQL URL. */
    public DatabaseConfig {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException("the database URL must begin with jdbc:postgresql:");
        }
        if (!slowLimit.isPositive()) {
            throw new IllegalArgumentException("the time from which a statement is slow is " + slowLimit
                    + ", not above zero");
        }
    }

    /** With the usual time-outs, without TLS. */
    public DatabaseConfig(String url, String user, String password, int minimumIdle, int maximumPoolSize,
            Duration slowLimit) {
        this(url, user, password, PoolConfig.of(minimumIdle, maximumPoolSize), TimeoutConfig.DEFAULT, TlsConfig.NONE,
                slowLimit);
    }

    @Override
    public String toString() {
        return "DatabaseConfig[url=" + url + ", user=" + user + ", password=***, pool=" + pool + ", timeouts="
                + timeouts + ", tls=" + tls + ", slowLimit=" + slowLimit + "]";
    }
}
