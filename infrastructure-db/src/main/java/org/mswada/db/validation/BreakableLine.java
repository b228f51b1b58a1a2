package org.mswada.db.validation;

import java.time.Duration;

/**
 * A way to a server that can be broken on purpose: it listens on 127.0.0.1 and passes bytes on, encrypted ones too. Safe for
 * use by many threads.
 */
public interface BreakableLine extends AutoCloseable {
    /** Returns the TCP port on which it listens. */
    int port();

    /** Resets all open connections, once. */
    void cut();

    /** Resets all open connections, and each new one until {@link #heal}. */
    void sever();

    /** Lets no byte through on open and new connections until {@link #heal}; nobody is told. */
    void freeze();

    /** Ends what {@link #sever} or {@link #freeze} began. */
    void heal();

    /** Returns how many connections have arrived so far. */
    int arrivals();

    /** Waits until so many connections have arrived since the line was made; returns whether they have within the limit. */
    boolean awaitArrivals(int number, Duration limit) throws InterruptedException;

    /** Returns how many connections are open. */
    int open();

    @Override
    void close();

    /** Makes lines. */
    @FunctionalInterface
    interface Factory {
        /** Returns a line to this server; whoever asks for it closes it. */
        BreakableLine to(String host, int port);
    }
}
