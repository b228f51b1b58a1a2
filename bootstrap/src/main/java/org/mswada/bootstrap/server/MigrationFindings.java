package org.mswada.bootstrap.server;

import java.util.List;
import java.util.stream.Stream;
import org.mswada.db.alignment.Finding;
import org.mswada.migrations.MigrationHistory;
import org.mswada.migrations.SchemaMigration;

/** Says of a history of migrations what is not as this release means it. */
final class MigrationFindings {
    private MigrationFindings() {}

    static List<Finding> of(MigrationHistory history) {
        return Stream.concat(history.drift().stream().map(MigrationFindings::drift),
                history.pending().stream().map(MigrationFindings::pending)).toList();
    }

    private static Finding drift(SchemaMigration migration) {
        return new Finding(Finding.Area.MIGRATIONS, Finding.Severity.DRIFT, object(migration),
                "applied as this release has it", migration.status().label(), migration.trouble());
    }

    private static Finding pending(SchemaMigration migration) {
        return new Finding(Finding.Area.MIGRATIONS, Finding.Severity.PENDING, object(migration), "applied",
                "not applied yet", "Run 'mswada migrate' with a role that owns the schema.");
    }

    private static String object(SchemaMigration migration) {
        return "migration " + (migration.version().isEmpty() ? migration.description() : migration.version());
    }
}
