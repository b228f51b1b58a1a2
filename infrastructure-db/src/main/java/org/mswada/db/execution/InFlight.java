package org.mswada.db.execution;

import java.sql.Connection;
import java.util.concurrent.atomic.AtomicInteger;
import org.mswada.domain.storage.Deadline;

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

    final Connection connection;
    final Deadline deadline;
    private final AtomicInteger state = new AtomicInteger(RUNNING);

    InFlight(Connection connection, Deadline deadline) {
        this.connection = connection;
        this.deadline = deadline;
    }

    /** Returns false when the deadline came first: then the transaction must not be committed. */
    boolean beginCommit() {
        return state.compareAndSet(RUNNING, COMMITTING);
    }

    /** Returns whether it was still running, and so may be cancelled. */
    boolean cancel() {
        return state.compareAndSet(RUNNING, CANCELLED);
    }

    void end() {
        if (!state.compareAndSet(RUNNING, ENDED) && !state.compareAndSet(COMMITTING, ENDED)) {
            state.compareAndSet(CANCELLED, CANCELLED_AND_ENDED);
        }
    }

    /** Returns whether the server was, or is being, told to cancel: then the connection is not used again. */
    boolean isCancelled() {
        int now = state.get();
        return now == CANCELLED || now == CANCELLED_AND_ENDED;
    }

    boolean isCommitting() {
        return state.get() == COMMITTING;
    }

    boolean hasEnded() {
        return state.get() >= ENDED;
    }
}
