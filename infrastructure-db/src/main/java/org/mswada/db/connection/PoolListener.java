package org.mswada.db.connection;

/** Hears what a pool finds out about its server while it opens connections. Neither may take long. */
public interface PoolListener {
    /** Nobody listens. */
    PoolListener NONE = new PoolListener() {
    };

    /** The server turned out to be out of reach. */
    default void unreachable() {}

    /** A connection was opened, and is not lent yet. */
    default void connected() {}
}
