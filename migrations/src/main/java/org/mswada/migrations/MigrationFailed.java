package org.mswada.migrations;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A database could not be brought to the schema that the server needs. Its message says why and what to do. */
public final class MigrationFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What an operator's program may want to tell apart. */
    enum Kind {
        UNREACHABLE, DRIFT, OTHER
    }

    private final Kind kind;

    MigrationFailed(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    static MigrationFailed because(String message) {
        return new MigrationFailed(Kind.OTHER, message, null);
    }

    static MigrationFailed drifted(String consequence, List<SchemaMigration> drift, @Nullable Throwable cause) {
        return new MigrationFailed(Kind.DRIFT, "The database " + consequence
                + ", for it is not what this release means. "
                + drift.stream().map(SchemaMigration::trouble).collect(Collectors.joining(" ")), cause);
    }

    /** Returns whether the database is away, or not yet or no more there: it may come by itself. */
    public boolean isUnreachable() {
        return kind == Kind.UNREACHABLE;
    }

    /** Returns whether the database has seen migrations that are not those of this release. */
    public boolean isDrift() {
        return kind == Kind.DRIFT;
    }
}
