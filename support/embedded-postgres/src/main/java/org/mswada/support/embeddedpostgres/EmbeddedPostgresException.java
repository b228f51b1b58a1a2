package org.mswada.support.embeddedpostgres;

import org.jspecify.annotations.Nullable;

/** The server could not be started or stopped. The message says what happened, why, and what to do. */
public sealed class EmbeddedPostgresException extends RuntimeException permits FolderInUse {
    private static final long serialVersionUID = 1L;

    EmbeddedPostgresException(String message) {
        this(message, null);
    }

    EmbeddedPostgresException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
