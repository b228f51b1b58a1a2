package org.mswada.db.execution;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** An error of the driver or of jOOQ, with the phase in which it happened. */
final class AttemptFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Phase phase;
    private final Exception error;

    AttemptFailure(Phase phase, Exception cause) {
        super(cause.getMessage(), cause, false, false);
        this.phase = phase;
        this.error = cause;
    }

    /** Returns the error itself. */
    Exception error() {
        return error;
    }

    Phase phase() {
        return phase;
    }

    /** Returns the driver's error, or null when jOOQ failed by itself. */
    @Nullable
    SQLException sqlException() {
        for (Throwable cause = getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException found) {
                return found;
            }
        }
        return null;
    }
}
