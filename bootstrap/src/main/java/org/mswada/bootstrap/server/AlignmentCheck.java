package org.mswada.bootstrap.server;

import java.time.Duration;
import java.util.function.Consumer;
import org.mswada.db.alignment.AlignmentReport;
import org.mswada.db.alignment.DatabaseAlignment;
import org.mswada.db.connection.DatabaseConfig;
import org.mswada.migrations.MigrationHistory;
import org.mswada.migrations.SchemaMigrator;
import org.mswada.support.embeddedpostgres.EmbeddedPostgres;
import org.mswada.support.embeddedpostgres.EmbeddedPostgresOptions;
import org.mswada.support.embeddedpostgres.PostgresAddress;

/** Compares a database with an embedded one that the same migrations made, and that is gone afterwards. */
public final class AlignmentCheck {
    private static final String DATABASE = "postgres";
    private static final Duration UNUSED_SLOW_LIMIT = Duration.ofSeconds(1);

    private final DatabaseAccess access;
    private final Consumer<String> talk;

    /** Will look at this database, and tell what it is doing. */
    public AlignmentCheck(DatabaseAccess access, Consumer<String> talk) {
        this.access = access;
        this.talk = talk;
    }

    /** Looks; nothing is changed. */
    public AlignmentReport run() {
        DatabaseAlignment alignment = new DatabaseAlignment(access.server(), access.owner());
        MigrationHistory history = access.migrator().history();
        talk.accept("making a reference database ...");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(EmbeddedPostgresOptions.temporary())) {
            PostgresAddress address = postgres.address();
            DatabaseConfig reference = new DatabaseConfig(address.jdbcUrl(DATABASE), address.user(),
                    address.password(), 0, 1, UNUSED_SLOW_LIMIT);
            SchemaMigrator migrator = new SchemaMigrator(reference.url(), reference.user(), reference.password());
            history.newest().ifPresent(migrator::migrateTo);
            talk.accept("comparing ...");
            return alignment.verify(reference, history.seen().size(), MigrationFindings.of(history));
        }
    }
}
