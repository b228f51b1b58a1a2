package org.mswada.db.connection;

import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.jdbc.PreferQueryMode;
import org.postgresql.ssl.DefaultJavaSSLFactory;

/** How connections are opened: each has limits for connecting, signing in and reading, so that none hangs for ever. */
public final class Connections {
    private static final String OLDEST_SERVER = "15";
    private static final Duration CANCEL_LIMIT = Duration.ofSeconds(1);

    private Connections() {}

    /** For a pool, whose sockets are taken from it when the server is gone; connections to read refuse to write. */
    static DataSource pooled(DatabaseConfig config, PoolRole role, NodeSockets sockets) {
        PGSimpleDataSource dataSource = dataSource(config, "mswada");
        sockets.openFor(dataSource, 0);
        dataSource.setConnectTimeout((int) config.timeouts().connect().toSeconds());
        dataSource.setSocketTimeout((int) config.timeouts().socket().toSeconds());
        // Then the application's name is said at the beginning, and RESET ALL keeps it.
        dataSource.setAssumeMinServerVersion(OLDEST_SERVER);
        String options = "-c statement_timeout=" + config.timeouts().statement().toMillis();
        if (dataSource.getCurrentSchema() == null) {
            // A schema with the role's name would go before it.
            options += " -c search_path=public";
        }
        dataSource.setOptions(role == PoolRole.READ ? options + " -c default_transaction_read_only=on" : options);
        return dataSource;
    }

    /** For a probe, which would rather know soon than for sure: its limits are set with each connection. */
    public static ProbeConnections probing(DatabaseConfig config) {
        return new ProbeConnections(config);
    }

    /** A limit for all of signing in would be kept by a thread beside, which is left to hang. */
    static PGSimpleDataSource probe(DatabaseConfig config) {
        return dataSource(config, "mswada-probe", 0);
    }

    /** For plans of statements whose values are not known, which only the simple protocol takes. */
    public static DataSource planning(DatabaseConfig config) {
        PGSimpleDataSource dataSource = dataSource(config, "mswada-plan");
        dataSource.setConnectTimeout((int) config.timeouts().connect().toSeconds());
        dataSource.setSocketTimeout((int) config.timeouts().connect().toSeconds());
        dataSource.setPreferQueryMode(PreferQueryMode.SIMPLE);
        // A plan takes a lock: it must not wait for it, nor run on when nobody waits any more.
        dataSource.setOptions("-c statement_timeout=1000 -c lock_timeout=200");
        return dataSource;
    }

    /** For migrations, of which a statement may take as long as it needs. */
    public static DataSource migrating(DatabaseConfig config) {
        PGSimpleDataSource dataSource = dataSource(config, "mswada-migrate");
        dataSource.setConnectTimeout((int) config.timeouts().connect().toSeconds());
        dataSource.setLoginTimeout((int) config.timeouts().connect().plus(config.timeouts().tls()).toSeconds());
        return dataSource;
    }

    /** For a look at what was migrated, of which no answer takes long: a frozen server is noticed, a lock not waited for. */
    public static DataSource checking(DatabaseConfig config) {
        PGSimpleDataSource dataSource = dataSource(config, "mswada-migrate");
        Duration limit = config.timeouts().connect();
        dataSource.setConnectTimeout((int) limit.toSeconds());
        dataSource.setSocketTimeout((int) limit.plus(CANCEL_LIMIT).toSeconds());
        dataSource.setOptions("-c statement_timeout=" + limit.toMillis());
        return dataSource;
    }

    private static PGSimpleDataSource dataSource(DatabaseConfig config, String applicationName) {
        return dataSource(config, applicationName,
                (int) config.timeouts().connect().plus(config.timeouts().tls()).toSeconds());
    }

    private static PGSimpleDataSource dataSource(DatabaseConfig config, String applicationName, int loginSeconds) {
        PGSimpleDataSource dataSource = new LoginLimitedDataSource(loginSeconds, config.tls().keyPassword());
        dataSource.setUrl(config.url());
        dataSource.setUser(config.user());
        dataSource.setPassword(config.password());
        dataSource.setApplicationName(applicationName);
        dataSource.setTcpKeepAlive(true);
        dataSource.setSslResponseTimeout((int) config.timeouts().tls().toMillis());
        dataSource.setCancelSignalTimeout((int) CANCEL_LIMIT.toSeconds());
        encrypt(dataSource, config.tls());
        return dataSource;
    }

    private static void encrypt(PGSimpleDataSource dataSource, TlsConfig tls) {
        dataSource.setSslMode(tls.mode().label());
        if (tls.authority() != null) {
            dataSource.setSslRootCert(tls.authority().toString());
        } else if (tls.mode() == TlsConfig.Mode.VERIFY_CA || tls.mode() == TlsConfig.Mode.VERIFY_FULL) {
            dataSource.setSslfactory(DefaultJavaSSLFactory.class.getName());
        }
        if (tls.certificate() != null && tls.key() != null) {
            dataSource.setSslCert(tls.certificate().toString());
            dataSource.setSslKey(tls.key().toString());
        }
    }
}
