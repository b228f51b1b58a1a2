package org.mswada.db.connection;

import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.jdbc.PreferQueryMode;

/** How connections are opened: each has limits for connecting, signing in and reading, so that none hangs for ever. */
public final class Connections {
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
    private static final Duration TLS_LIMIT = Duration.ofSeconds(5);
    private static final Duration SOCKET_READ_LIMIT = Duration.ofSeconds(40);
    private static final Duration STATEMENT_LIMIT = Duration.ofSeconds(30);
    private static final Duration CANCEL_LIMIT = Duration.ofSeconds(1);
    private static final Duration PROBE_LIMIT = Duration.ofSeconds(1);

    private Connections() {}

    /** For the pool. */
    static DataSource pooled(DatabaseConfig config) {
        PGSimpleDataSource dataSource = dataSource(config, "mswada");
        dataSource.setConnectTimeout((int) CONNECT_LIMIT.toSeconds());
        dataSource.setSocketTimeout((int) SOCKET_READ_LIMIT.toSeconds());
        dataSource.setOptions("-c statement_timeout=" + STATEMENT_LIMIT.toMillis());
        return dataSource;
    }

    /** For the probe, which would rather know soon than for sure. */
    public static DataSource probing(DatabaseConfig config) {
        PGSimpleDataSource dataSource = dataSource(config, "mswada-probe");
        dataSource.setConnectTimeout((int) PROBE_LIMIT.toSeconds());
        dataSource.setSocketTimeout((int) PROBE_LIMIT.toSeconds());
        return dataSource;
    }

    /** For plans of statements whose values are not known, which only the simple protocol takes. */
    public static DataSource planning(DatabaseConfig config) {
        PGSimpleDataSource dataSource = dataSource(config, "mswada-plan");
        dataSource.setConnectTimeout((int) CONNECT_LIMIT.toSeconds());
        dataSource.setSocketTimeout((int) CONNECT_LIMIT.toSeconds());
        dataSource.setPreferQueryMode(PreferQueryMode.SIMPLE);
        return dataSource;
    }

    private static PGSimpleDataSource dataSource(DatabaseConfig config, String applicationName) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(config.url());
        dataSource.setUser(config.user());
        dataSource.setPassword(config.password());
        dataSource.setApplicationName(applicationName);
        dataSource.setTcpKeepAlive(true);
        dataSource.setSslResponseTimeout((int) TLS_LIMIT.toMillis());
        dataSource.setCancelSignalTimeout((int) CANCEL_LIMIT.toSeconds());
        return dataSource;
    }
}
