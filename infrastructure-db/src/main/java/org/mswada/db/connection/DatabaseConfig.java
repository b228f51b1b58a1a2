package org.mswada.db.connection;

import java.time.Duration;

/**
 * Where the database is and how many connections to it may be open.
 *
 * @param url a JDBC URL of one PostgreSQL server, such as {@code jdbc:postgresql://localhost:5432/mswada}
 * @param user the role to sign in with
 * @param password its password; never printed
 * @param minimumIdle connections kept open when there is nothing to do
 * @param maximumPoolSize connections open at most
 * @param slowLimit the time from which a statement is reported as slow
 */
public record DatabaseConfig(String url, String user, String password, int minimumIdle, int maximumPoolSize,
        Duration slowLimit) {
    /** Refuses what is not a PostgreSQL URL and a pool without connections. */
    public DatabaseConfig {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException("the database URL must begin with jdbc:postgresql:");
        }
        if (minimumIdle < 0 || maximumPoolSize < 1 || minimumIdle > maximumPoolSize) {
            throw new IllegalArgumentException("a pool of " + minimumIdle + " to " + maximumPoolSize
                    + " connections is not possible: use 0 <= minimum <= maximum, and a maximum of at least 1");
        }
    }

    @Override
    public String toString() {
        return "DatabaseConfig[url=" + url + ", user=" + user + ", password=***, minimumIdle=" + minimumIdle
                + ", maximumPoolSize=" + maximumPoolSize + ", slowLimit=" + slowLimit + "]";
    }
}
