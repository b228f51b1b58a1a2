package org.mswada.domain.storage;

import org.jspecify.annotations.Nullable;

/** A failure that nothing else explains: a bug of ours or of the database. Nothing was stored. */
public final class UnexpectedStorageFailure extends StorageException {
    private static final long serialVersionUID = 1L;

    /** Tells what happened, and what caused it where that is known. */
    public UnexpectedStorageFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
