package org.mswada.support.benchmarks;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import org.mswada.application.importing.BatchWriter;
import org.mswada.application.importing.ImportBills;
import org.mswada.application.importing.ImportProgress;
import org.mswada.application.importing.ImportSummary;
import org.mswada.application.importing.Rejection;
import org.mswada.db.connection.DatabaseConfig;
import org.mswada.db.execution.ExecutionLimits;
import org.mswada.domain.identity.TimeOrderedIds;
import org.mswada.domain.user.Actor;
import org.mswada.importing.demo.DemoLegislature;
import org.mswada.migrations.SchemaMigrator;
import org.mswada.support.embeddedpostgres.Durability;
import org.mswada.support.embeddedpostgres.EmbeddedPostgres;
import org.mswada.support.embeddedpostgres.EmbeddedPostgresOptions;
import org.mswada.support.embeddedpostgres.PostgresAddress;

/** A PostgreSQL with the demo legislature in it. */
final class DemoDatabase implements AutoCloseable {
    private static final int CONNECTIONS = 4;

    private final EmbeddedPostgres server;
    private final DatabaseConfig config;

    private DemoDatabase(EmbeddedPostgres server, DatabaseConfig config) {
        this.server = server;
        this.config = config;
    }

    /** Starts it; it ends with {@link #close()} or this JVM. */
    static DemoDatabase start() {
        EmbeddedPostgres server = EmbeddedPostgres
                .start(EmbeddedPostgresOptions.temporary().withDurability(Durability.DURABLE));
        DemoDatabase database = new DemoDatabase(server, config(server.address()));
        try {
            new SchemaMigrator(database.config.url(), database.config.user(), database.config.password()).migrate();
            load(database.config);
            return database;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private static DatabaseConfig config(PostgresAddress address) {
        return new DatabaseConfig(address.jdbcUrl("postgres"), address.user(), address.password(), CONNECTIONS - 1,
                CONNECTIONS, Duration.ofSeconds(1));
    }

    private static void load(DatabaseConfig config) {
        DataLayer data = DaggerDataLayer.factory().create(config, ExecutionLimits.DEFAULT, new SimpleMeterRegistry());
        try {
            new ImportBills(new BatchWriter(data.database(), data.legislatures(), data.sponsors(), data.billWrites(),
                    new TimeOrderedIds(InstantSource.system(), new SecureRandom())))
                    .run(Actor.OPERATOR, DemoLegislature.open(), new Loading()).done();
        } finally {
            data.database().close();
        }
    }

    DatabaseConfig config() {
        return config;
    }

    @Override
    public void close() {
        server.close();
    }

    /** The demo's data are ours: that one is refused is a bug. */
    private static final class Loading implements ImportProgress {
        @Override
        public void stored(ImportSummary summary) {
            // It takes a second.
        }

        @Override
        public void rejected(Rejection rejection) {
            throw new IllegalStateException("the demo was refused: " + rejection);
        }
    }
}
