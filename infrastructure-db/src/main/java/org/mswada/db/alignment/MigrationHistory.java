package org.mswada.db.alignment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which migrations are in effect.
 *
 * @param migrations by their key
 * @param baseline the version up to which somebody said that the schema was already there, or null
 */
record MigrationHistory(Map<String, AppliedMigration> migrations, @Nullable String baseline) {
    static MigrationHistory of(List<AppliedMigration> rows) {
        Map<String, AppliedMigration> migrations = new LinkedHashMap<>();
        @Nullable
        String baseline = null;
        for (AppliedMigration row : rows) {
            switch (row.type()) {
                case "BASELINE" -> baseline = row.version();
                case "DELETE", "UNDO_SQL", "UNDO_JDBC" -> migrations.remove(row.key());
                case "SCHEMA" -> {
                    // Flyway's own note that it made the schema.
                }
                default -> migrations.put(row.key(), row);
            }
        }
        return new MigrationHistory(Map.copyOf(migrations), baseline);
    }

    /** Returns the highest version, for a reference to be brought to. */
    Optional<String> newest() {
        List<String> versions = new ArrayList<>(migrations.values().stream().map(AppliedMigration::version)
                .filter(Objects::nonNull).map(Objects::requireNonNull).toList());
        Optional.ofNullable(baseline).ifPresent(versions::add);
        return versions.stream().max(AppliedMigration::compareVersions);
    }

    /**
     * Compares this history of a database with that of a reference, brought to this one's newest version.
     *
     * @param pending the versions that the reference has not applied either
     */
    List<Finding> compare(MigrationHistory reference, Collection<String> pending) {
        List<Finding> findings = new ArrayList<>();
        reference.migrations.values().stream().sorted(MigrationHistory::byKey)
                .forEach(shipped -> compare(shipped).ifPresent(findings::add));
        migrations.values().stream().filter(applied -> !reference.migrations.containsKey(applied.key()))
                .sorted(MigrationHistory::byKey).forEach(unknown -> findings.add(unknown(unknown)));
        pending.stream().map(version -> pending("migration " + version)).forEach(findings::add);
        return findings;
    }

    private Optional<Finding> compare(AppliedMigration shipped) {
        AppliedMigration applied = migrations.get(shipped.key());
        if (applied == null) {
            return shipped.version() == null ? Optional.of(pending(shipped.object())) : skipped(shipped);
        }
        if (!applied.success()) {
            return Optional.of(drift(shipped.object(), "applied", "failed half-way",
                    "Undo by hand what it did before it failed, run 'mswada flyway repair', then 'mswada migrate'."));
        }
        if (Objects.equals(applied.checksum(), shipped.checksum())) {
            return Optional.empty();
        }
        return Optional.of(shipped.version() == null
                ? pending(shipped.object())
                : drift(shipped.object(), "checksum " + shipped.checksum(), "checksum " + applied.checksum(),
                        "The file was changed after it was applied. Bring its old content back and put the change into "
                                + "a new migration; if only words were changed, run 'mswada flyway repair'."));
    }

    private Optional<Finding> skipped(AppliedMigration shipped) {
        @Nullable
        String version = shipped.version();
        if (baseline != null && version != null && AppliedMigration.compareVersions(version, baseline) <= 0) {
            return Optional.empty();
        }
        return Optional.of(drift(shipped.object(), "applied", "not applied, although later ones are",
                "It was added with too low a number. Give it a number above all others, and migrate."));
    }

    private static Finding unknown(AppliedMigration applied) {
        return drift(applied.object(), "not known to this version of Mswada",
                "applied" + (applied.success() ? "" : ", and failed half-way") + " (" + applied.script() + ")",
                "Run this with the version that migrated the database, or the newest one.");
    }

    private static Finding pending(String object) {
        return new Finding(Finding.Area.MIGRATIONS, Finding.Severity.PENDING, object, "applied", "not applied yet",
                "Run 'mswada migrate' with a role that owns the schema.");
    }

    private static Finding drift(String object, String expected, String found, String remedy) {
        return Finding.drift(Finding.Area.MIGRATIONS, object, expected, found, remedy);
    }

    private static int byKey(AppliedMigration one, AppliedMigration other) {
        return one.key().compareTo(other.key());
    }
}
