package org.mswada.domain.storage;

import org.jspecify.annotations.Nullable;

/** COMMIT was sent and no answer came: the unit may be stored or not. Never run it again blindly. */
public final class OutcomeUnknown extends StorageException {
    private static final long serialVersionUID = 1L;

    /** Tells what happened, and what caused it where that is known. */
    public OutcomeUnknown(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
