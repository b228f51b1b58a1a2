package org.mswada.db.connection;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Where the database is and how it is connected to.
 *
 * @param url a JDBC URL of one PostgreSQL server, such as {@code jdbc:postgresql://localhost:5432/mswada}
 * @param readUrls those of its replicas; which of all servers is the primary is asked of them
 * @param user the role to sign in with
 * @param password its password; never printed
 * @param pools how many connections are kept to each server
 * @param timeouts how long things on them may take
 * @param tls whether they are encrypted
 * @param slowLimit the time from which a statement is reported as slow
 */
public record DatabaseConfig(String url, List<String> readUrls, String user, String password, Pools pools,
        TimeoutConfig timeouts, TlsConfig tls, Duration slowLimit) {
    /** Beside the primary: which servers a read has tried is kept in the bits of one long. */
    public static final int MOST_REPLICAS = 63;

    private static final String PRIMARY = "primary";
    private static final String REPLICA = "replica-";

    /** Refuses what is not a PostgreSQL URL. */
    public DatabaseConfig {
        readUrls = List.copyOf(readUrls);
        if (!Stream.concat(Stream.of(url), readUrls.stream()).allMatch(each -> each.startsWith("jdbc:postgresql:"))) {
            throw new IllegalArgumentException("a database URL must begin with jdbc:postgresql:");
        }
        if (readUrls.size() > MOST_REPLICAS) {
            throw new IllegalArgumentException(readUrls.size() + " replicas are more than can be told apart: name "
                    + MOST_REPLICAS + " at most");
        }
        if (!slowLimit.isPositive()) {
            throw new IllegalArgumentException("the time from which a statement is slow is " + slowLimit
                    + ", not above zero");
        }
    }

    /** One server, with two pools of this size each, the usual time-outs, and without TLS. */
    public DatabaseConfig(String url, String user, String password, int minimumIdle, int maximumPoolSize,
            Duration slowLimit) {
        this(url, List.of(), user, password, Pools.each(PoolConfig.of(minimumIdle, maximumPoolSize)),
                TimeoutConfig.DEFAULT, TlsConfig.NONE, slowLimit);
    }

    /** Returns what the servers are called in logs and metrics: the configured primary, then the replicas. */
    public List<String> serverNames() {
        return Stream.concat(Stream.of(PRIMARY),
                IntStream.rangeClosed(1, readUrls.size()).mapToObj(number -> REPLICA + number)).toList();
    }

    /** Returns the same for one of the servers alone, by its place in {@link #serverNames}. */
    public DatabaseConfig server(int place) {
        return new DatabaseConfig(place == 0 ? url : readUrls.get(place - 1), List.of(), user, password, pools,
                timeouts, tls, slowLimit);
    }

    /** Returns the same with these replicas. */
    public DatabaseConfig withReplicas(List<String> urls) {
        return new DatabaseConfig(url, urls, user, password, pools, timeouts, tls, slowLimit);
    }

    @Override
    public String toString() {
        return "DatabaseConfig[url=" + url + ", readUrls=" + readUrls + ", user=" + user + ", password=***, pools="
                + pools + ", timeouts=" + timeouts + ", tls=" + tls + ", slowLimit=" + slowLimit + "]";
    }
}
