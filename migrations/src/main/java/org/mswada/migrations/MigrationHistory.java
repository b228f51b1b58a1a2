package org.mswada.migrations;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.api.MigrationVersion;

/**
 * All migrations that a database has seen or has yet to see.
 *
 * @param migrations in the order of applying
 */
public record MigrationHistory(List<SchemaMigration> migrations) {
    /** Keeps them as they are now. */
    public MigrationHistory {
        migrations = List.copyOf(migrations);
    }

    /** Returns those that the database has yet to see. */
    public List<SchemaMigration> pending() {
        return migrations.stream().filter(migration -> migration.status() == MigrationStatus.PENDING).toList();
    }

    /** Returns those that the database has seen and nobody took out again. */
    public List<SchemaMigration> seen() {
        return migrations.stream().filter(
                migration -> migration.appliedAt() != null && migration.status() != MigrationStatus.DELETED).toList();
    }

    /** Returns the highest version that the database has seen; empty before the first. */
    public Optional<String> newest() {
        return seen().stream().map(SchemaMigration::version).filter(version -> !version.isEmpty())
                .max(Comparator.comparing(MigrationVersion::fromVersion));
    }

    /** Returns those by which the database is not what this release means; a newer release's count too. */
    public List<SchemaMigration> drift() {
        return migrations.stream().filter(migration -> migration.status().isDrift()).toList();
    }
}
