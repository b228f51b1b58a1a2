package org.mswada.domain.storage;

import org.jspecify.annotations.Nullable;

/** No fit database node answers, or the server is shutting down. Nothing was stored; try again later. */
public final class StorageUnavailable extends StorageException {
    private static final long serialVersionUID = 1L;

    /** Tells what happened, and what caused it where that is known. */
    public StorageUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
