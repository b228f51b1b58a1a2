package org.mswada.migrations;

import java.util.Locale;
import org.flywaydb.core.api.MigrationInfo;

/** What has become of a migration, comparing those that a database has seen with those of this release. */
public enum MigrationStatus {
    /** Applied, and the same as in this release. */
    APPLIED,
    /** Not applied yet. */
    PENDING,
    /** Not a migration: the mark that a database was taken over at this version. */
    BASELINE,
    /** Older than that mark, so never to be applied. */
    BELOW_BASELINE,
    /** No longer in this release, and marked so by a repair. */
    DELETED,
    /** Applied, and changed since. */
    CHANGED,
    /** Applied by a newer release, unknown to this one. */
    AHEAD,
    /** Applied, and not in this release, though it has newer ones. */
    MISSING,
    /** Never applied, though newer ones are. */
    OVERTAKEN,
    /** Broke off half-way. */
    FAILED;

    /** Returns the name that people and machines are shown. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns whether what is in the database is not what this release means. */
    public boolean isDrift() {
        return compareTo(CHANGED) >= 0;
    }

    static MigrationStatus of(MigrationInfo migration) {
        return switch (migration.getState()) {
            case PENDING, OUTDATED, ABOVE_TARGET, AVAILABLE, UNDONE -> PENDING;
            case BASELINE -> BASELINE;
            case BELOW_BASELINE, BASELINE_IGNORED -> BELOW_BASELINE;
            case DELETED -> DELETED;
            case FUTURE_SUCCESS -> AHEAD;
            case MISSING_SUCCESS -> MISSING;
            case IGNORED -> OVERTAKEN;
            case FAILED, FUTURE_FAILED, MISSING_FAILED -> FAILED;
            case SUCCESS, OUT_OF_ORDER -> isUnchanged(migration) ? APPLIED : CHANGED;
            case SUPERSEDED -> APPLIED;
        };
    }

    private static boolean isUnchanged(MigrationInfo migration) {
        return migration.isChecksumMatching() && migration.isDescriptionMatching() && migration.isTypeMatching();
    }
}
