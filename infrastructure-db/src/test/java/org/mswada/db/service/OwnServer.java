package org.mswada.db.service;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.mswada.db.connection.DatabaseConfig;
import org.mswada.db.execution.ExecutionLimits;
import org.mswada.support.embeddedpostgres.EmbeddedPostgres;
import org.mswada.support.embeddedpostgres.EmbeddedPostgresOptions;
import org.mswada.support.embeddedpostgres.PostgresAddress;
import org.mswada.support.faultinjection.FaultProxy;
import org.mswada.support.faultinjection.ServerFaults;
import org.postgresql.ds.PGSimpleDataSource;

/** A server that one test class has for itself, as its faults concern all of a server, and ways to it. */
final class OwnServer implements AutoCloseable {
    /** How all backends name themselves that may be broken; the probe's name only begins like it. */
    static final String APPLICATION = "mswada";
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final long LOOK_EVERY_NANOS = 2_000_000;
    private static final String DATABASE = "postgres";

    private final EmbeddedPostgres server = EmbeddedPostgres.start(EmbeddedPostgresOptions.temporary().withSettings(
            Map.of("synchronous_commit", "on", "deadlock_timeout", "20ms", "log_min_messages", "fatal")));
    private final PostgresAddress address = server.address();
    private final Connection direct;
    private final ServerFaults faults;

    OwnServer() throws SQLException {
        direct = DriverManager.getConnection(address.jdbcUrl(DATABASE), address.user(), address.password());
        faults = ServerFaults.on(address.jdbcUrl(DATABASE), address.user(), address.password());
    }

    ServerFaults faults() {
        return faults;
    }

    FaultProxy proxy() {
        return FaultProxy.before(address.host(), address.port());
    }

    DatabaseService service(FaultProxy proxy, int poolSize) {
        return service(proxy, poolSize, Tracking.UNTRACKED);
    }

    DatabaseService service(FaultProxy proxy, int poolSize, Tracking tracking) {
        DatabaseConfig config = new DatabaseConfig(proxy.jdbcUrl(DATABASE), address.user(), address.password(), 0,
                poolSize, Duration.ofSeconds(10));
        return DatabaseServices.open(tracking.of(config), ExecutionLimits.DEFAULT, Duration.ofSeconds(10),
                new SimpleMeterRegistry());
    }

    /** The control: HikariCP over the driver, with a limit for silence as is usual. */
    HikariDataSource plainPool(FaultProxy proxy, int poolSize) {
        return plainPool(proxy, poolSize, 2);
    }

    /** The same with a limit of so many seconds. */
    HikariDataSource plainPool(FaultProxy proxy, int poolSize, int silence) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(proxy.jdbcUrl(DATABASE));
        dataSource.setUser(address.user());
        dataSource.setPassword(address.password());
        dataSource.setApplicationName(APPLICATION);
        dataSource.setConnectTimeout(5);
        dataSource.setSocketTimeout(silence);
        HikariConfig config = new HikariConfig();
        config.setDataSource(dataSource);
        config.setMinimumIdle(0);
        config.setMaximumPoolSize(poolSize);
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }

    synchronized void execute(String sql) throws SQLException {
        try (Statement statement = direct.createStatement()) {
            statement.execute(sql);
        }
    }

    synchronized long number(String sql) throws SQLException {
        try (Statement statement = direct.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    /** For one thread at a time. */
    Connection direct() {
        return direct;
    }

    /** Waits until no backend is left that could still store something. */
    void awaitSilence() throws Exception {
        await(() -> number("select count(*) from pg_stat_activity where application_name like '" + APPLICATION
                + "%'") == 0);
    }

    static void await(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!condition.call()) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("not within " + LIMIT);
            }
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        }
    }

    @Override
    public void close() throws SQLException {
        faults.close();
        direct.close();
        server.close();
    }
}
