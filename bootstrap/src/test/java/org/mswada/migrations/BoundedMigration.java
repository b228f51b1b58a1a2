package org.mswada.migrations;

import java.sql.SQLException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.mswada.support.testdatabase.TestDatabase;

/** A migration that is broken off on the server when it hangs, so that the test fails and ends. */
final class BoundedMigration {
    private static final int LIMIT_SECONDS = 30;
    private static final String END_ALL = "select count(pg_terminate_backend(pid)) from pg_stat_activity "
            + "where datname = current_database() and pid <> pg_backend_pid()";

    private BoundedMigration() {}

    static int run(SchemaMigrator migrator, TestDatabase database) throws Exception {
        try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
            Future<Integer> run = thread.submit(migrator::migrate);
            try {
                return run.get(LIMIT_SECONDS, TimeUnit.SECONDS);
            } finally {
                if (!run.isDone()) {
                    endAll(database);
                }
            }
        }
    }

    static void endAll(TestDatabase database) throws SQLException {
        Statements.first(database.dataSource(), END_ALL);
    }
}
