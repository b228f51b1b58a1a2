package org.mswada.db.service;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.mswada.db.connection.DatabaseConfig;
import org.mswada.db.execution.ExecutionLimits;
import org.mswada.support.faultinjection.FaultProxy;
import org.mswada.support.testdatabase.TestDatabase;

/** A service whose way to its database leads through a proxy that breaks it, and a way around the proxy to look. */
final class ServiceFixture implements BeforeEachCallback, AfterEachCallback {
    private static final int MAXIMUM_POOL_SIZE = 4;

    private final TestDatabase database = TestDatabase.emptyPerTest();
    private FaultProxy proxy;
    private DatabaseService service;

    @Override
    public void beforeEach(ExtensionContext context) throws SQLException {
        database.beforeEach(context);
        URI address = URI.create(database.jdbcUrl().substring("jdbc:".length()));
        proxy = FaultProxy.before(address.getHost(), address.getPort());
        service = DatabaseServices.open(
                new DatabaseConfig(proxy.jdbcUrl(address.getPath().substring(1)), database.user(),
                        database.password(), 0, MAXIMUM_POOL_SIZE, Duration.ofMillis(200)),
                ExecutionLimits.DEFAULT, Duration.ofMillis(200), new SimpleMeterRegistry());
        execute("create table note (text text constraint note_text_key unique deferrable initially immediate)");
    }

    @Override
    public void afterEach(ExtensionContext context) {
        service.close();
        proxy.close();
    }

    FaultProxy proxy() {
        return proxy;
    }

    DatabaseService service() {
        return service;
    }

    Connection connect() throws SQLException {
        return database.dataSource().getConnection();
    }

    /** A connection through the proxy, for the control. */
    Connection connectThroughProxy() throws SQLException {
        URI address = URI.create(database.jdbcUrl().substring("jdbc:".length()));
        return DriverManager.getConnection(proxy.jdbcUrl(address.getPath().substring(1)), database.user(),
                database.password());
    }

    void execute(String text) throws SQLException {
        try (Connection connection = connect(); Statement statement = connection.createStatement()) {
            statement.execute(text);
        }
    }

    int count(String from) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from " + from)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
