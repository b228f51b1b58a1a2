package org.mswada.migrations;

import org.flywaydb.core.api.output.MigrateOutput;

/**
 * A migration that was applied just now.
 *
 * @param version such as 0001; empty for one that is repeated whenever it changes
 * @param description what its file name says of it
 * @param milliseconds how long it took
 */
public record AppliedMigration(String version, String description, int milliseconds) {
    static AppliedMigration of(MigrateOutput output) {
        return new AppliedMigration(output.version, output.description, output.executionTime);
    }
}
