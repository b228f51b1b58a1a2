package org.mswada.db.execution;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.StorageUnavailable;

/** Lets units of work in until it is closed, and then waits for those inside. Safe for use by many threads. */
final class Gate {
    private static final long CLOSED = Long.MIN_VALUE;

    /** How many units are inside; the sign bit says closed. */
    private final AtomicLong state = new AtomicLong();
    private final CountDownLatch lastLeft = new CountDownLatch(1);

    /** Lets a unit in, which must {@link #leave()}; throws {@link StorageUnavailable} when closed. */
    void enter(Operation operation) {
        long seen;
        do {
            seen = state.get();
            if (seen < 0) {
                throw new StorageUnavailable("Unit '" + operation.name() + "' was refused: this server is shutting "
                        + "down and starts nothing new. Send it again to another server, or to this one when it is "
                        + "back.", null);
            }
        } while (!state.compareAndSet(seen, seen + 1));
    }

    /** Counts a unit out. */
    void leave() {
        long seen;
        do {
            seen = state.get();
            if ((seen & ~CLOSED) == 0) {
                throw new IllegalStateException("a unit left that is not inside: leave once for each enter");
            }
        } while (!state.compareAndSet(seen, seen - 1));
        if (seen - 1 == CLOSED) {
            lastLeft.countDown();
        }
    }

    /** Returns whether it lets nobody in any more. */
    boolean isClosed() {
        return state.get() < 0;
    }

    /** Returns how many units are inside. */
    long running() {
        return state.get() & ~CLOSED;
    }

    /**
     * Closes for good, and waits for the units inside. May be called again to wait longer. When interrupted, it stops
     * waiting and leaves the thread's interrupt flag set.
     *
     * @param drain how long to wait
     * @return how many units still run; after 0 none is inside and none ever will be
     */
    long close(Duration drain) {
        long before = state.getAndUpdate(seen -> seen | CLOSED);
        if ((before & ~CLOSED) == 0) {
            lastLeft.countDown();
        }
        try {
            boolean empty = lastLeft.await(drain.toNanos(), TimeUnit.NANOSECONDS);
            return empty ? 0 : running();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return running();
        }
    }
}
