package org.mswada.support.testdatabase;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.mswada.migrations.SchemaMigrator;

/**
 * A fresh PostgreSQL database for a test class, or for each of its tests, dropped afterwards:
 *
 * <pre>
 * &#64;RegisterExtension
 * static final TestDatabase database = TestDatabase.migrated();
 * </pre>
 *
 * All share one server, started when first needed ({@link TestDatabaseServer#start}). Test classes may run at the same
 * time; the tests of one class with a database each may not.
 */
public final class TestDatabase implements BeforeAllCallback, BeforeEachCallback {
    private static final Namespace NAMESPACE = Namespace.create(TestDatabase.class);

    private enum Scope {
        CLASS, TEST
    }

    private final Scope scope;
    private final Function<TestDatabaseServer, TestDatabaseServer.Created> creation;
    private volatile Optional<DatabaseAddress> current = Optional.empty();

    private TestDatabase(Scope scope, Function<TestDatabaseServer, TestDatabaseServer.Created> creation) {
        this.scope = scope;
        this.creation = creation;
    }

    /** One database with the migrated schema for the class and its nested classes. */
    public static TestDatabase migrated() {
        return new TestDatabase(Scope.CLASS, TestDatabaseServer::createMigrated);
    }

    /** A database with the migrated schema for each test. */
    public static TestDatabase migratedPerTest() {
        return new TestDatabase(Scope.TEST, TestDatabaseServer::createMigrated);
    }

    /** One database with nothing in it for the class and its nested classes. */
    public static TestDatabase empty() {
        return new TestDatabase(Scope.CLASS, TestDatabaseServer::createEmpty);
    }

    /** A database with nothing in it for each test. */
    public static TestDatabase emptyPerTest() {
        return new TestDatabase(Scope.TEST, TestDatabaseServer::createEmpty);
    }

    /** Returns the URL of the database. */
    public String jdbcUrl() {
        return address().jdbcUrl();
    }

    /** Returns the role that owns the database. */
    public String user() {
        return address().user();
    }

    /** Returns the password of that role. */
    public String password() {
        return address().password();
    }

    /** Returns a source that opens a new connection each time. */
    public DataSource dataSource() {
        return address().dataSource();
    }

    /** Returns the version of the server, such as 18.6. */
    public String serverVersion() throws SQLException {
        try (Connection connection = dataSource().getConnection()) {
            return connection.getMetaData().getDatabaseProductVersion();
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        if (scope == Scope.CLASS) {
            create(context);
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        if (scope == Scope.TEST) {
            create(context);
        }
    }

    /** A nested class finds the database of the class around it in the store, and the store drops what it made. */
    private void create(ExtensionContext context) {
        TestDatabaseServer server = context.getRoot().getStore(NAMESPACE).getOrComputeIfAbsent(
                TestDatabaseServer.class, key -> TestDatabaseServer.start(TestDatabase::migrate),
                TestDatabaseServer.class);
        TestDatabaseServer.Created created = context.getStore(NAMESPACE).getOrComputeIfAbsent(this,
                key -> creation.apply(server), TestDatabaseServer.Created.class);
        current = Optional.of(created.address());
    }

    private static void migrate(DatabaseAddress database) {
        new SchemaMigrator(database.jdbcUrl(), database.user(), database.password()).migrate();
    }

    private DatabaseAddress address() {
        return current.orElseThrow(() -> new IllegalStateException("There is no test database yet: it is made before "
                + (scope == Scope.CLASS ? "the tests of the class" : "each test")
                + " and only for a field with @RegisterExtension. Use it inside a test."));
    }
}
