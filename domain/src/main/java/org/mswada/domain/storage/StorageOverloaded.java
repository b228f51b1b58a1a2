package org.mswada.domain.storage;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Too many units wait for a connection. Nothing was done; try again later. */
public final class StorageOverloaded extends StorageException {
    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    /**
     * Tells what happened, and what caused it where that is known.
     *
     * @param retryAfter how long those who wait now will take, as far as can be said
     */
    public StorageOverloaded(String message, Duration retryAfter, @Nullable Throwable cause) {
        super(message, cause);
        this.retryAfter = retryAfter;
    }

    /** Returns after which time another try makes sense. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
