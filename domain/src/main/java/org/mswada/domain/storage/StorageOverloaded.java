package org.mswada.domain.storage;

import org.jspecify.annotations.Nullable;

/** Too many units wait for a connection. Nothing was done; try again later. */
public final class StorageOverloaded extends StorageException {
    private static final long serialVersionUID = 1L;

    /** Tells what happened, and what caused it where that is known. */
    public StorageOverloaded(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
