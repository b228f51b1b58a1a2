package org.mswada.db.execution;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.mswada.db.connection.ConnectionPool;
import org.mswada.db.connection.DatabaseConfig;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.support.testdatabase.TestDatabase;

/** A migrated database of its own for each test, and units of work on it. */
public final class DatabaseFixture implements BeforeEachCallback, AfterEachCallback {
    private static final int MAXIMUM_POOL_SIZE = 4;

    private final TestDatabase database = TestDatabase.migratedPerTest();
    private ConnectionPool pool;

    @Override
    public void beforeEach(ExtensionContext context) {
        database.beforeEach(context);
        pool = new ConnectionPool(new DatabaseConfig(database.jdbcUrl(), database.user(), database.password(), 0,
                MAXIMUM_POOL_SIZE));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        pool.close();
    }

    public UnitOfWork units() {
        return new TransactionalUnitOfWork(pool);
    }

    /** A connection that no code under test has touched. */
    public Connection connect() throws SQLException {
        return database.dataSource().getConnection();
    }
}
