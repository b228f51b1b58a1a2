package org.mswada.http.auth;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The key for development tokens can neither be read nor made; the message says why and what to do. */
public final class DevelopmentKeyUnusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DevelopmentKeyUnusable(Path file, String trouble, @Nullable Throwable cause) {
        super("The key for development tokens, " + file + ", " + trouble, cause);
    }
}
