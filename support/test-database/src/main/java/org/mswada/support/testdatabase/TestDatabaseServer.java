package org.mswada.support.testdatabase;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The server that all tests of this JVM share, and the migrated template they copy, as copying is much faster than
 * migrating. All its databases are named {@code mswada_test_} with the process id and go at the end; only a killed JVM
 * leaves them on an external server. Safe for many threads.
 */
public final class TestDatabaseServer implements AutoCloseable {
    /** No other JVM's, so that several may use one server at a time. */
    private final String prefix = "mswada_test_" + ProcessHandle.current().pid() + "_"
            + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt()) + "_";
    private final AtomicInteger created = new AtomicInteger();
    private final ServerSource source;
    private final Migration migration;
    private Optional<Created> template = Optional.empty();

    TestDatabaseServer(ServerSource source, Migration migration) {
        this.source = source;
        this.migration = migration;
    }

    /**
     * Starts or finds the server that the system properties and the environment ask for: the one at
     * {@code mswada.test.database.url}, a container for {@code mswada.test.database=testcontainers}, else the embedded.
     *
     * @param migration makes the template, when first needed
     */
    public static TestDatabaseServer start(Migration migration) {
        return start(new TestDatabaseSettings(System::getProperty, System::getenv), migration);
    }

    static TestDatabaseServer start(TestDatabaseSettings settings, Migration migration) {
        return new TestDatabaseServer(switch (settings.choice()) {
            case TestDatabaseSettings.Choice.External external -> new ExternalSource(external.maintenance());
            case TestDatabaseSettings.Choice.Container container -> ContainerSource.start(container.image());
            case TestDatabaseSettings.Choice.Embedded() -> EmbeddedSource.start();
        }, migration);
    }

    /** A database that lives until it is closed, which ends its connections. */
    public final class Created implements AutoCloseable {
        private final String name;

        private Created(String name) {
            this.name = name;
        }

        /** Returns how to reach the database. */
        public DatabaseAddress address() {
            return source.maintenance().withDatabase(name);
        }

        @Override
        public void close() {
            execute("drop database if exists " + name + " with (force)");
        }
    }

    /** Creates a database without any schema of ours. */
    public Created createEmpty() {
        return create("template0");
    }

    /** Creates a database with the migrated schema. */
    public Created createMigrated() {
        return create(template().name);
    }

    /** Drops the template, and stops the server if it was started here. */
    @Override
    public synchronized void close() {
        try (source) {
            template.ifPresent(Created::close);
        }
    }

    /** Makes the template once, while others wait. Nobody may connect afterwards: one in use cannot be copied. */
    private synchronized Created template() {
        if (template.isEmpty()) {
            Created made = createEmpty();
            boolean migrated = false;
            try {
                migration.apply(made.address());
                migrated = true;
            } finally {
                if (!migrated) {
                    made.close();
                }
            }
            execute("alter database " + made.name + " with allow_connections false");
            template = Optional.of(made);
        }
        return template.get();
    }

    private Created create(String original) {
        String name = prefix + created.incrementAndGet();
        execute("create database " + name + " template " + original);
        return new Created(name);
    }

    private void execute(String sql) {
        DatabaseAddress maintenance = source.maintenance();
        try (Connection connection = maintenance.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("The test database server refused \"" + sql + "\" (" + e.getMessage()
                    + "). Check that " + maintenance + " can be reached and may create databases.", e);
        }
    }
}
