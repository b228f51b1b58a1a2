package org.mswada.db.execution;

import java.sql.Connection;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import org.mswada.domain.storage.Deadline;
import org.mswada.domain.storage.Operation;

/**
 * One attempt that holds a connection, as the {@link DeadlineWatch} sees it. Its state decides the race between the
 * attempt's end and the watch: whoever moves it on first wins, so a cancellation never reaches the next statement of a
 * connection that was given back, and never a COMMIT.
 */
final class InFlight {
    private static final int RUNNING = 0;
    private static final int COMMITTING = 1;
    private static final int CANCELLED = 2;
    private static final int ENDED = 3;
    private static final int CANCELLED_AND_ENDED = 4;
    private static final int ABORTED = 5;

    private static final AtomicIntegerFieldUpdater<InFlight> STATE = AtomicIntegerFieldUpdater
            .newUpdater(InFlight.class, "state");

    final Operation operation;
    final Connection connection;
    final Deadline deadline;
    final Thread thread = Thread.currentThread();
    /** Whether it is stopped because the server is shut down, and not at its deadline. */
    volatile boolean drained;
    /** Where {@link Attempts} put it. */
    int place;
    private volatile int state = RUNNING;

    InFlight(Operation operation, Connection connection, Deadline deadline) {
        this.operation = operation;
        this.connection = connection;
        this.deadline = deadline;
    }

    /** Returns false when the deadline came first: then the transaction must not be committed. */
    boolean beginCommit() {
        return STATE.compareAndSet(this, RUNNING, COMMITTING);
    }

    /** Returns whether it was still running, and so may be cancelled. */
    boolean cancel() {
        return STATE.compareAndSet(this, RUNNING, CANCELLED);
    }

    /** Returns whether it was still there, and so may lose its socket; from now on the connection is not used again. */
    boolean abort() {
        return STATE.compareAndSet(this, COMMITTING, ABORTED) || STATE.compareAndSet(this, CANCELLED, ABORTED);
    }

    void end() {
        if (!STATE.compareAndSet(this, RUNNING, ENDED) && !STATE.compareAndSet(this, COMMITTING, ENDED)) {
            STATE.compareAndSet(this, CANCELLED, CANCELLED_AND_ENDED);
        }
    }

    /** Returns whether the server was, or is being, told to cancel: then the connection is not used again. */
    boolean isCancelled() {
        int now = state;
        return now == CANCELLED || now == CANCELLED_AND_ENDED || now == ABORTED;
    }

    boolean isCommitting() {
        return state == COMMITTING;
    }
}
