package org.mswada.db.alignment;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.mswada.migrations.SchemaMigrator;

/** On the oldest server that is supported, where Debian's is installed. */
final class SchemaChangesOnOldestPostgresTest extends SchemaChangesProof {
    private @Nullable DebianPostgres server;

    @Override
    Connection open() throws Exception {
        assumeTrue(DebianPostgres.isInstalled(), "PostgreSQL 15 is not installed in " + DebianPostgres.PROGRAMS);
        DebianPostgres started = DebianPostgres.start();
        server = started;
        new SchemaMigrator(started.jdbcUrl(), DebianPostgres.USER, "").migrate();
        return DriverManager.getConnection(started.jdbcUrl(), DebianPostgres.USER, "");
    }

    @AfterAll
    void stop() throws Exception {
        if (server != null) {
            server.close();
        }
    }
}
