package org.mswada.domain.storage;

import org.jspecify.annotations.Nullable;

/** Storage trouble. The subtype says what the caller may do; the message says what happened, why, and what to do. */
public abstract sealed class StorageException extends RuntimeException
        permits StorageUnavailable, StorageOverloaded, StorageTimeout, TransientConflict, ConstraintViolated,
        OutcomeUnknown, UnexpectedStorageFailure {
    private static final long serialVersionUID = 1L;

    StorageException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
