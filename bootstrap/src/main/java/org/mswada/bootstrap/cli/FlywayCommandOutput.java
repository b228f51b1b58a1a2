package org.mswada.bootstrap.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mswada.migrations.AppliedMigration;
import org.mswada.migrations.MigrationHistory;
import org.mswada.migrations.SchemaMigration;

/** Prints what the verbs of Flyway found, as a table for people or as JSON. */
record FlywayCommandOutput(PrintWriter out, boolean json) {
    void info(MigrationHistory history) {
        if (json) {
            printJson(history.migrations().stream().map(Shown::of).toList());
            return;
        }
        Table.print(out, List.of("version", "state", "description", "applied at", "ms"), history.migrations().stream()
                .map(each -> List.of(each.version(), each.status().label(), each.description(),
                        dash(each.appliedAt()), dash(each.milliseconds())))
                .toList());
    }

    void applied(List<AppliedMigration> migrations) {
        if (json) {
            printJson(migrations);
            return;
        }
        if (migrations.isEmpty()) {
            out.println("The schema is up to date.");
            return;
        }
        Table.print(out, List.of("version", "description", "ms"), migrations.stream()
                .map(each -> List.of(each.version(), each.description(), String.valueOf(each.milliseconds())))
                .toList());
    }

    void validation(MigrationHistory history) {
        List<String> pending = history.pending().stream().map(SchemaMigration::version).toList();
        List<SchemaMigration> drift = history.drift();
        if (json) {
            printJson(new Validation(pending.isEmpty() && drift.isEmpty(), pending,
                    drift.stream().map(each -> new Finding(each.version(), each.status().label(), each.trouble()))
                            .toList()));
            return;
        }
        drift.forEach(each -> out.println(each.trouble()));
        if (!pending.isEmpty()) {
            out.println("Not applied yet: " + String.join(", ", pending) + ". Run 'mswada migrate'.");
        } else if (drift.isEmpty()) {
            out.println("The migrations of this release are applied, and no others.");
        }
    }

    void repaired(List<String> actions) {
        if (json) {
            printJson(actions);
        } else if (actions.isEmpty()) {
            out.println("There was nothing to repair.");
        } else {
            actions.forEach(out::println);
        }
    }

    private void printJson(Object value) {
        out.println(Json.of(value));
    }

    private static String dash(@Nullable Object value) {
        return value == null ? "-" : value.toString();
    }

    /** A migration as {@code info --json} shows it. */
    private record Shown(String version, String state, String description, @Nullable Instant appliedAt,
            @Nullable Integer milliseconds) {
        static Shown of(SchemaMigration migration) {
            return new Shown(migration.version(), migration.status().label(), migration.description(),
                    migration.appliedAt(), migration.milliseconds());
        }
    }

    /** What {@code validate --json} shows. */
    private record Validation(boolean valid, List<String> pending, List<Finding> drift) {}

    /** One migration that is not what this release means. */
    private record Finding(String version, String state, String message) {}
}
