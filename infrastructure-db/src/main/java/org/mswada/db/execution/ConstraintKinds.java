package org.mswada.db.execution;

import org.jspecify.annotations.Nullable;
import org.mswada.domain.storage.ConstraintViolated;

/** Which sort of constraint an error of PostgreSQL tells of. */
public final class ConstraintKinds {
    private ConstraintKinds() {}

    /** Returns the sort by the SQLSTATE; OTHER where it tells of none, such as of a value that cannot be held. */
    public static ConstraintViolated.Kind of(@Nullable String sqlState) {
        return switch (String.valueOf(sqlState)) {
            case "23502" -> ConstraintViolated.Kind.NOT_NULL;
            case "23503" -> ConstraintViolated.Kind.FOREIGN_KEY;
            case "23505" -> ConstraintViolated.Kind.UNIQUE;
            case "23514" -> ConstraintViolated.Kind.CHECK;
            case "23P01" -> ConstraintViolated.Kind.EXCLUSION;
            default -> ConstraintViolated.Kind.OTHER;
        };
    }
}
