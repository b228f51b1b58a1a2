package org.mswada.http;

/** The server cannot listen on a port. The message says which, why, and what to do. */
public final class PortUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PortUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
