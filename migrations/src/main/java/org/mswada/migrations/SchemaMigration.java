package org.mswada.migrations;

import java.time.Instant;
import org.flywaydb.core.api.MigrationInfo;
import org.jspecify.annotations.Nullable;

/**
 * One migration, in a database or in this release or in both.
 *
 * @param version such as 0001; empty for one that is repeated whenever it changes
 * @param description what its file name says of it
 * @param status what has become of it
 * @param appliedAt when it was applied, or null
 * @param milliseconds how long that took, or null
 */
public record SchemaMigration(String version, String description, MigrationStatus status, @Nullable Instant appliedAt,
        @Nullable Integer milliseconds) {
    static SchemaMigration of(MigrationInfo migration) {
        return new SchemaMigration(migration.getVersion() == null ? "" : migration.getVersion().getVersion(),
                migration.getDescription(), MigrationStatus.of(migration),
                migration.getInstalledOn() == null ? null : migration.getInstalledOn().toInstant(),
                migration.getExecutionTime());
    }

    /** Returns what is wrong with it and what to do, in words; empty when nothing is. */
    public String trouble() {
        return switch (status) {
            case APPLIED, PENDING, BASELINE, BELOW_BASELINE, DELETED -> "";
            case CHANGED -> name() + " was changed after it was applied to this database. Put the file back as it was "
                    + "and make the change in a new migration; only if the change alters no schema, run "
                    + "'mswada flyway repair'.";
            case AHEAD -> name() + " was applied by a newer release and is unknown to this one. Use that release, or "
                    + "check that MSWADA_DB_URL names the right database.";
            case MISSING -> name() + " was applied, but this release has no such migration, though it has newer ones. "
                    + "Put the file back, or check that MSWADA_DB_URL names the right database.";
            case OVERTAKEN -> name() + " was never applied, though newer ones are. Give its file a version above all "
                    + "that are applied.";
            case FAILED ->
                name() + " broke off half-way. Undo by hand what it did, run 'mswada flyway repair', mend the "
                        + "cause and migrate again.";
        };
    }

    private String name() {
        return "Migration " + (version.isEmpty() ? "'" + description + "'" : version);
    }
}
