package org.mswada.domain.storage;

import org.jspecify.annotations.Nullable;

/** The time allowed for the unit ran out. Nothing was stored. */
public final class StorageTimeout extends StorageException {
    private static final long serialVersionUID = 1L;

    /** Tells what happened, and what caused it where that is known. */
    public StorageTimeout(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
