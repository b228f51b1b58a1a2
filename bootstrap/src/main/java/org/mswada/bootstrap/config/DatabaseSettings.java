package org.mswada.bootstrap.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mswada.db.connection.DatabaseConfig;
import org.mswada.db.connection.Pools;
import org.mswada.db.connection.TimeoutConfig;
import org.mswada.db.connection.TlsConfig;

/**
 * What is configured of the database.
 *
 * @param server where it is and who signs in, or null for an embedded one
 * @param replicas the JDBC URLs of its replicas
 * @param migrator who signs in to migrate, or null for an embedded one
 * @param pools how many connections are kept to each server
 * @param timeouts how long things on them may take
 * @param tls whether they are encrypted
 * @param slowLimit the time from which a statement is reported as slow
 * @param maximumWaiting how many units of work may wait for a connection
 */
public record DatabaseSettings(@Nullable Login server, List<String> replicas, @Nullable Login migrator, Pools pools,
        TimeoutConfig timeouts, TlsConfig tls, Duration slowLimit, int maximumWaiting) {
    /** Copies the replicas. */
    public DatabaseSettings {
        replicas = List.copyOf(replicas);
    }

    /** Returns the configured database, for the server; empty when an embedded one is to be used. */
    public Optional<DatabaseConfig> configured() {
        return Optional.ofNullable(server).map(login -> as(login, tls).withReplicas(replicas));
    }

    /** Returns the configured database, for migrations; empty when an embedded one is to be used. */
    public Optional<DatabaseConfig> migrating() {
        return Optional.ofNullable(migrator).map(login -> as(login, tls));
    }

    /** Returns the configuration for an embedded database, which speaks no TLS. */
    public DatabaseConfig embedded(String url, String user, String password) {
        return as(new Login(url, user, password), TlsConfig.NONE);
    }

    private DatabaseConfig as(Login login, TlsConfig encryption) {
        return new DatabaseConfig(login.url(), List.of(), login.user(), login.password(), pools, timeouts, encryption,
                slowLimit);
    }

    /**
     * Where to sign in.
     *
     * @param url of JDBC
     * @param user the role
     * @param password its password; never printed
     */
    public record Login(String url, String user, String password) {
        @Override
        public String toString() {
            return "Login[url=" + url + ", user=" + user + ", password=***]";
        }
    }
}
