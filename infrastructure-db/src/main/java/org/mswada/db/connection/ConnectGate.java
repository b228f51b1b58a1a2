package org.mswada.db.connection;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Where whoever opens connections waits while the server is out of reach: a pool whose attempts fail backs off for up to
 * five seconds and cannot be told that the server is back. Safe for use by many threads.
 */
final class ConnectGate implements AutoCloseable {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ConnectPace pace;
    private boolean shut;
    private boolean closed;

    /** Stands open, and lets one pass after the other at this pace. */
    ConnectGate(ConnectPace pace) {
        this.pace = pace;
    }

    /** The server answers: whoever waits tries. */
    void open() {
        set(() -> {
            if (shut) {
                pace.begin();
            }
            shut = false;
        });
    }

    /** The server does not answer: nobody tries until it does. */
    void shut() {
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
            while (!closed) {
                if (shut) {
                    changed.await();
                    continue;
                }
                long pause = pace.take();
                if (pause == 0) {
                    return;
                }
                long _ = changed.awaitNanos(pause);
            }
            throw new SQLNonTransientConnectionException(PoolGeneration.CLOSED);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLNonTransientConnectionException(PoolGeneration.CLOSED, e);
        } finally {
            lock.unlock();
        }
    }
}
