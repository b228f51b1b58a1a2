package org.mswada.db.execution;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.mswada.db.connection.DatabaseConfig;
import org.mswada.db.service.DatabaseService;
import org.mswada.db.service.DatabaseServices;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.support.faultinjection.TwiceUnitOfWork;
import org.mswada.support.testdatabase.TestDatabase;

/** A migrated database of its own for each test, and the service on it. */
public final class DatabaseFixture implements BeforeEachCallback, AfterEachCallback {
    private static final int MAXIMUM_POOL_SIZE = 4;
    private static final Duration SLOW_LIMIT = Duration.ofMillis(200);

    private final TestDatabase database = TestDatabase.migratedPerTest();
    private DatabaseService service;

    @Override
    public void beforeEach(ExtensionContext context) {
        database.beforeEach(context);
        service = DatabaseServices.open(config(), ExecutionLimits.DEFAULT, SLOW_LIMIT, new SimpleMeterRegistry());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        service.close();
    }

    public DatabaseConfig config() {
        return new DatabaseConfig(database.jdbcUrl(), database.user(), database.password(), 0, MAXIMUM_POOL_SIZE,
                SLOW_LIMIT);
    }

    /**
     * Units in which each write runs twice, the first time rolled back: work that touches anything but its session gives itself
     * away, as it would where storage runs it again.
     */
    public UnitOfWork units() {
        return new TwiceUnitOfWork(service);
    }

    /** The service itself, in which a write runs once. */
    public DatabaseService service() {
        return service;
    }

    /** A connection that no code under test has touched. */
    public Connection connect() throws SQLException {
        return database.dataSource().getConnection();
    }
}
