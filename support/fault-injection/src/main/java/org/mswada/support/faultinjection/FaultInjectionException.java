package org.mswada.support.faultinjection;

import org.jspecify.annotations.Nullable;

/** A fault could not be made or healed. The message says what happened, why, and what to do. */
public final class FaultInjectionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FaultInjectionException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
