package org.mswada.domain.storage;

import org.jspecify.annotations.Nullable;

/** The unit met a concurrent one and was rolled back. Nothing was stored; running it again may succeed. */
public final class TransientConflict extends StorageException {
    private static final long serialVersionUID = 1L;

    /** Tells what happened, and what caused it where that is known. */
    public TransientConflict(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
