package org.mswada.domain.storage;

import org.jspecify.annotations.Nullable;

/** The database refused the data by a constraint. Nothing was stored; the use case decides what that means. */
public final class ConstraintViolated extends StorageException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final @Nullable String constraint;

    /**
     * Which sort of constraint refused the data: SQLSTATE class 23 of PostgreSQL's Appendix A; OTHER is also a value that the
     * database cannot hold (classes 22 and 54).
     */
    public enum Kind {
        NOT_NULL, FOREIGN_KEY, UNIQUE, CHECK, EXCLUSION, OTHER
    }

    /** Tells which constraint refused the data, by its name where the database gave one. */
    public ConstraintViolated(Kind kind, @Nullable String constraint, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.constraint = constraint;
    }

    /** Returns the sort of the constraint. */
    public Kind kind() {
        return kind;
    }

    /** Returns the name of the constraint, or null where the database gave none. */
    public @Nullable String constraint() {
        return constraint;
    }
}
