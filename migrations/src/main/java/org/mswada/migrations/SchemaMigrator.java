package org.mswada.migrations;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.flywaydb.core.api.output.RepairOutput;
import org.flywaydb.core.api.output.RepairResult;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Applies the migrations in {@code db/migration} that a database has not seen, in order, each once, also when several
 * servers start at the same time. Safe for use by many threads.
 */
public final class SchemaMigrator {
    private static final String LOCATION = "classpath:db/migration";
    /** Flyway tries once a second to be the only one who migrates; an index on a large table takes its time. */
    private static final int TRIES_FOR_THE_LOCK = 3_600;

    private final DataSource dataSource;
    private final FailureWords words;
    private final List<String> locations;

    /**
     * Migrates the database at this JDBC URL.
     *
     * @param url a JDBC URL of PostgreSQL
     * @param user the role that owns the schema
     * @param password its password
     */
    public SchemaMigrator(String url, String user, String password) {
        this(dataSource(url, user, password), url, user);
    }

    /**
     * Migrates the database that {@code dataSource} connects to.
     *
     * @param dataSource opens connections without a limit for statements, for a migration may take long
     * @param url the same database's JDBC URL, for messages
     * @param user the role that it signs in with, for messages
     */
    public SchemaMigrator(DataSource dataSource, String url, String user) {
        this(dataSource, url, user, List.of());
    }

    /** With more folders of migrations, as Flyway writes locations. */
    SchemaMigrator(DataSource dataSource, String url, String user, List<String> moreLocations) {
        this.dataSource = dataSource;
        this.words = new FailureWords(url.replaceFirst("\\?.*", ""), user);
        this.locations = Stream.concat(Stream.of(LOCATION), moreLocations.stream()).toList();
    }

    private static DataSource dataSource(String url, String user, String password) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(url);
        dataSource.setUser(user);
        dataSource.setPassword(password);
        return dataSource;
    }

    /**
     * Brings the schema up to date.
     *
     * @return how many migrations were applied
     * @throws MigrationFailed if one cannot be applied, or one applied before was changed since
     */
    public int migrate() {
        return apply().size();
    }

    /**
     * Brings the schema up to date.
     *
     * @return the migrations that were applied, in order
     * @throws MigrationFailed if one cannot be applied, or one applied before was changed since
     */
    public List<AppliedMigration> apply() {
        return write("migrated", flyway -> flyway.migrate().migrations.stream().map(AppliedMigration::of).toList());
    }

    /**
     * Brings the schema as far as this version and no further; as far as possible, if no migration has it.
     *
     * @param version such as 0003
     * @return how many migrations were applied
     * @throws MigrationFailed if one cannot be applied, or one applied before was changed since
     */
    public int migrateTo(String version) {
        return write("migrated", configure().target(version + "?"), flyway -> flyway.migrate().migrationsExecuted);
    }

    /**
     * Returns the versions of the migrations that the database has not seen, in order.
     *
     * @throws MigrationFailed if the database cannot be asked
     */
    public List<String> pending() {
        return history().pending().stream().map(SchemaMigration::version).toList();
    }

    /**
     * Compares the migrations that the database has seen with those of this release.
     *
     * @throws MigrationFailed if the database cannot be asked
     */
    public MigrationHistory history() {
        try {
            ServerCheck.supported(dataSource, words.database());
            return read();
        } catch (FlywayException | SQLException e) {
            throw words.of("asked for its migrations", e);
        }
    }

    /**
     * Compares as {@link #history}, and refuses what this release would trip over. What a newer release applied is no
     * hindrance, for it left this one working.
     *
     * @throws MigrationFailed if a migration was changed, is missing, was overtaken or broke off, or the database cannot be
     *         asked
     */
    public MigrationHistory unbrokenHistory() {
        MigrationHistory history = history();
        if (history.drift().stream().anyMatch(migration -> migration.status() != MigrationStatus.AHEAD)) {
            throw MigrationFailed.drifted("cannot be used", history.drift(), null);
        }
        return history;
    }

    /**
     * Refuses a server that does not let this role in, that this release does not run on, or that cannot be written to.
     *
     * @throws MigrationFailed if it is such a one
     */
    public void requireWritable() {
        try {
            ServerCheck.writable(dataSource, words.database());
        } catch (SQLException e) {
            throw words.of("looked at", e);
        }
    }

    /**
     * Mends the history, never the schema: forgets migrations that failed, takes over the checksums of this release, and
     * marks as deleted what this release no longer has. A newer release's migrations stay as they are.
     *
     * @return what was done, in words
     * @throws MigrationFailed if it cannot be done
     */
    public List<String> repair() {
        return write("repaired", flyway -> {
            RepairResult result = flyway.repair();
            return Stream.of(said("forgot that it failed", result.migrationsRemoved),
                    said("marked as deleted", result.migrationsDeleted),
                    said("took over the checksum of this release", result.migrationsAligned))
                    .flatMap(Function.identity()).toList();
        });
    }

    private static Stream<String> said(String what, List<RepairOutput> migrations) {
        return migrations.stream().map(migration -> migration.version + " " + migration.description + ": " + what);
    }

    /**
     * Takes over a database whose schema is that after a migration, without a history: later ones only are applied to it.
     *
     * @param version a version of this release, or 0 for a database that holds only what is somebody else's
     * @throws MigrationFailed if there is no such migration, or the database has a history already
     */
    public void baseline(String version) {
        MigrationHistory shipped = history();
        if (!version.equals("0") && shipped.migrations().stream().noneMatch(each -> each.version().equals(version))) {
            throw MigrationFailed.because("There is no migration '" + version
                    + "' in this release. Nothing was changed. "
                    + "Use one of 0, " + String.join(", ", shipped.migrations().stream().map(SchemaMigration::version)
                            .toList())
                    + ".");
        }
        write("taken over", flyway -> Flyway.configure().configuration(flyway.getConfiguration())
                .baselineVersion(MigrationVersion.fromVersion(version)).load().baseline());
    }

    /**
     * Drops everything in the schema. For development only: the caller must have asked.
     *
     * @throws MigrationFailed if it cannot be done
     */
    public void clean() {
        write("cleaned", flyway -> Flyway.configure().configuration(flyway.getConfiguration()).cleanDisabled(false)
                .load().clean());
    }

    private <T> T write(String purpose, Function<Flyway, T> work) {
        return write(purpose, configure(), work);
    }

    private <T> T write(String purpose, FluentConfiguration configuration, Function<Flyway, T> work) {
        try {
            ServerCheck.writable(dataSource, words.database());
            return work.apply(configuration.load());
        } catch (FlywayValidateException e) {
            throw MigrationFailed.drifted("was not migrated", history().drift(), e);
        } catch (FlywayException | SQLException e) {
            throw words.of(purpose, e);
        }
    }

    private MigrationHistory read() {
        return new MigrationHistory(Arrays.stream(configure().load().info().all()).map(SchemaMigration::of).toList());
    }

    private FluentConfiguration configure() {
        FluentConfiguration configuration = Flyway.configure(SchemaMigrator.class.getClassLoader())
                .dataSource(dataSource).locations(locations.toArray(String[]::new)).failOnMissingLocations(true)
                .validateMigrationNaming(true).lockRetryCount(TRIES_FOR_THE_LOCK);
        // A lock held in a transaction would make CREATE INDEX CONCURRENTLY wait for it for ever.
        PostgreSQLConfigurationExtension postgresql = configuration.getPluginRegister()
                .getExact(PostgreSQLConfigurationExtension.class);
        postgresql.setTransactionalLock(false);
        return configuration;
    }
}
