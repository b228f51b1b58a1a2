package org.mswada.migrations;

import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;

/**
 * Applies the migrations in {@code db/migration} that a database has not seen, in order, each once, also when several
 * servers start at the same time. Safe for use by many threads.
 */
public final class SchemaMigrator {
    private static final String LOCATION = "classpath:db/migration";

    private final String url;
    private final String user;
    private final String password;

    /**
     * Migrates the database at this JDBC URL.
     *
     * @param url a JDBC URL of PostgreSQL
     * @param user the role that owns the schema
     * @param password its password
     */
    public SchemaMigrator(String url, String user, String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /**
     * Brings the schema up to date.
     *
     * @return how many migrations were applied
     * @throws MigrationFailed if one cannot be applied, or one applied before was changed since
     */
    public int migrate() {
        try {
            return configure().load().migrate().migrationsExecuted;
        } catch (FlywayException e) {
            throw MigrationFailed.of(e, url, user);
        }
    }

    /**
     * Brings the schema as far as this version and no further; as far as possible, if no migration has it.
     *
     * @param version such as 0003
     * @return how many migrations were applied
     * @throws MigrationFailed if one cannot be applied, or one applied before was changed since
     */
    public int migrateTo(String version) {
        try {
            return configure().target(version + "?").load().migrate().migrationsExecuted;
        } catch (FlywayException e) {
            throw MigrationFailed.of(e, url, user);
        }
    }

    /**
     * Returns the versions of the migrations that the database has not seen, in order.
     *
     * @throws MigrationFailed if the database cannot be asked
     */
    public List<String> pending() {
        try {
            return Arrays.stream(configure().load().info().pending())
                    .map(migration -> String.valueOf(migration.getVersion())).toList();
        } catch (FlywayException e) {
            throw MigrationFailed.of(e, url, user);
        }
    }

    private FluentConfiguration configure() {
        FluentConfiguration configuration = Flyway.configure(SchemaMigrator.class.getClassLoader())
                .dataSource(url, user, password).locations(LOCATION).validateMigrationNaming(true);
        // A lock held in a transaction would make CREATE INDEX CONCURRENTLY wait for it for ever.
        PostgreSQLConfigurationExtension postgresql = configuration.getPluginRegister()
                .getExact(PostgreSQLConfigurationExtension.class);
        postgresql.setTransactionalLock(false);
        return configuration;
    }
}
