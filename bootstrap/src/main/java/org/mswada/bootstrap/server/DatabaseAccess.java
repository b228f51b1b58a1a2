package org.mswada.bootstrap.server;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.mswada.bootstrap.config.Environment;
import org.mswada.bootstrap.config.ServerConfig;
import org.mswada.db.connection.Connections;
import org.mswada.db.connection.DatabaseConfig;
import org.mswada.db.execution.ExecutionLimits;
import org.mswada.migrations.MigrationHistory;
import org.mswada.migrations.SchemaMigration;
import org.mswada.migrations.SchemaMigrator;
import org.mswada.support.embeddedpostgres.EmbeddedPostgres;
import org.mswada.support.embeddedpostgres.EmbeddedPostgresOptions;
import org.mswada.support.embeddedpostgres.PostgresAddress;

/** The database that a command uses: the configured one, or in development an embedded one. */
public final class DatabaseAccess {
    private static final String EMBEDDED_DATABASE = "postgres";

    private final ServerConfig config;
    private final DatabaseConfig database;
    private final Consumer<String> talk;

    private DatabaseAccess(ServerConfig config, DatabaseConfig database, Consumer<String> talk) {
        this.config = config;
        this.database = database;
        this.talk = talk;
    }

    /** For the server: an embedded database that somebody else runs is refused. */
    public static DatabaseAccess own(ServerConfig config, Lifecycle lifecycle, Consumer<String> talk) {
        return new DatabaseAccess(config,
                config.database().configured().orElseGet(() -> start(config, lifecycle, talk)),
                talk);
    }

    /** For other commands: an embedded database that a server runs is used with it. */
    public static DatabaseAccess shared(ServerConfig config, Lifecycle lifecycle, Consumer<String> talk) {
        DatabaseConfig database = config.database().configured().or(() -> running(config, talk))
                .orElseGet(() -> start(config, lifecycle, talk));
        return new DatabaseAccess(config, database, talk);
    }

    /** For who only looks: the configured database or that of a running server; empty when neither is there. */
    public static Optional<DatabaseAccess> existing(ServerConfig config, Consumer<String> talk) {
        return config.database().configured().or(() -> running(config, talk))
                .map(database -> new DatabaseAccess(config, database, talk));
    }

    private static Optional<DatabaseConfig> running(ServerConfig config, Consumer<String> talk) {
        return EmbeddedPostgres.findRunning(folder(config)).map(address -> {
            talk.accept("using the database of the running server, port " + address.port());
            return embedded(config, address);
        });
    }

    private static DatabaseConfig start(ServerConfig config, Lifecycle lifecycle, Consumer<String> talk) {
        talk.accept("starting PostgreSQL in " + folder(config) + " ...");
        EmbeddedPostgres postgres = lifecycle.start("embedded PostgreSQL", CloseLimits.EMBEDDED_DATABASE,
                () -> EmbeddedPostgres.start(EmbeddedPostgresOptions.persistent(folder(config))));
        return embedded(config, postgres.address());
    }

    private static Path folder(ServerConfig config) {
        return config.dataDirectory().toAbsolutePath().resolve("postgres");
    }

    private static DatabaseConfig embedded(ServerConfig config, PostgresAddress address) {
        return config.database().embedded(address.jdbcUrl(EMBEDDED_DATABASE), address.user(), address.password());
    }

    /** Brings the schema up to date; returns how many migrations that took. */
    public int migrate() {
        return migrator().migrate();
    }

    /** Returns the database as the server signs in. */
    public DatabaseConfig server() {
        return database;
    }

    /** Returns the database as whoever migrates signs in. */
    public DatabaseConfig owner() {
        return config.database().migrating().orElse(database);
    }

    /** Returns what migrates the database, signed in as the role that owns the schema. */
    public SchemaMigrator migrator() {
        DatabaseConfig owner = owner();
        return new SchemaMigrator(Connections.migrating(owner), owner.url(), owner.user());
    }

    /** The same for when there is nothing to apply: then no answer takes long, and a frozen server is noticed. */
    private SchemaMigrator checker() {
        DatabaseConfig owner = owner();
        return new SchemaMigrator(Connections.checking(owner), owner.url(), owner.user());
    }

    /**
     * Brings the schema up to date in development. Elsewhere that is a decision of its own, {@code mswada migrate}, and a
     * schema that is behind is refused. Only migrations that are applied may take longer than the time to connect.
     */
    public void prepare() throws SchemaBehind {
        requireLogin();
        if (config.environment() == Environment.DEVELOPMENT) {
            talk.accept("migrating the schema ...");
            SchemaMigrator migrator = checker().pending().isEmpty() ? checker() : migrator();
            migrator.migrate();
        }
        requireSchema();
    }

    /** For who only reads: a schema that is behind is refused everywhere. */
    public void check() throws SchemaBehind {
        requireLogin();
        requireSchema();
    }

    private void requireSchema() throws SchemaBehind {
        MigrationHistory history = checker().unbrokenHistory();
        if (!history.pending().isEmpty()) {
            throw new SchemaBehind(history.pending().stream().map(SchemaMigration::version).toList());
        }
        // A newer release's migrations are the rule while releases roll, but somebody may have meant another database.
        history.drift().forEach(migration -> talk.accept(migration.trouble()));
    }

    /** The server may sign in as another role than who migrates, and would tell of its trouble only by failing. */
    private void requireLogin() {
        new SchemaMigrator(Connections.checking(database), database.url(), database.user()).requireWritable();
    }

    /** Returns whether demo data may be put into the database if it is empty. */
    boolean isForDemonstration() {
        return config.database().configured().isEmpty();
    }

    /** Opens the pool and builds what stands on it. */
    public ServerComponent component(Lifecycle lifecycle, MeterRegistry registry) {
        ServerComponent component = DaggerServerComponent.factory().create(database,
                new ExecutionLimits(config.database().maximumWaiting()), registry);
        lifecycle.add("database", CloseLimits.database(database.timeouts()),
                () -> component.database().shutdown(CloseLimits.DATABASE_DRAIN));
        return component;
    }
}
