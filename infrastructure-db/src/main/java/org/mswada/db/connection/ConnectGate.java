package org.mswada.db.connection;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Where whoever opens connections waits while the server is out of reach: a pool whose attempts fail backs off for up to
 * five seconds and cannot be told that the server is back. Safe for use by many threads.
 */
public final class ConnectGate implements AutoCloseable {
    static final String POOL_CLOSED = "the pool is closed";

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean shut;
    private boolean closed;

    ConnectGate() {}

    /** The server answers: whoever waits tries. */
    public void open() {
        set(() -> shut = false);
    }

    /** The server does not answer: nobody tries until it does. */
    public void shut() {
        set(() -> shut = true);
    }

    /** For good: whoever waits gives up. */
    @Override
    public void close() {
        set(() -> closed = true);
    }

    boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    private void set(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void pass() throws SQLException {
        lock.lock();
        try {
            while (shut && !closed) {
                changed.await();
            }
            if (closed) {
                throw new SQLNonTransientConnectionException(POOL_CLOSED);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLNonTransientConnectionException(POOL_CLOSED, e);
        } finally {
            lock.unlock();
        }
    }
}
