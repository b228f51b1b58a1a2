package org.mswada.db.execution;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import org.mswada.db.connection.NodeSockets;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops what runs past its deadline, on the server too: cancels the statement, and where that does not help, for a frozen
 * server does not hear it, closes the socket. A COMMIT is never cancelled, for that would turn a durable one into one that
 * is only local; it gets a longer time and then loses its socket, its outcome unknown. One look at all attempts each tick
 * costs the attempts themselves no timer.
 */
final class DeadlineWatch implements Runnable {
    /** Between two looks. */
    static final Duration TICK = Duration.ofMillis(20);
    /** How long a cancelled statement may take to end before its socket is closed. */
    static final Duration CANCEL_GRACE = Duration.ofSeconds(1);
    /** How much longer than its deadline a unit may wait for the answer to COMMIT. */
    static final Duration COMMIT_GRACE = Duration.ofSeconds(5);

    private static final Logger LOGGER = LoggerFactory.getLogger(DeadlineWatch.class);

    private final Attempts attempts;
    private final LongSupplier nanoTime;
    private final Executor blocking;
    private final DatabaseMeters meters;
    private volatile boolean stopsAll;

    /** Watches {@code attempts}, and sends cancellations, which block, on {@code blocking}. */
    DeadlineWatch(Attempts attempts, LongSupplier nanoTime, Executor blocking, DatabaseMeters meters) {
        this.meters = meters;
        this.attempts = attempts;
        this.nanoTime = nanoTime;
        this.blocking = blocking;
    }

    void watch(InFlight attempt) {
        attempts.add(attempt);
    }

    void release(InFlight attempt) {
        attempt.end();
        attempts.remove(attempt);
    }

    /** From now on every attempt is past its deadline. */
    void stopAll() {
        stopsAll = true;
    }

    @Override
    public void run() {
        long now = nanoTime.getAsLong();
        attempts.forEach(attempt -> {
            long overdue = -attempt.deadline.remainingNanos(now);
            if (overdue >= 0 || stopsAll) {
                stop(attempt, overdue);
            }
        });
    }

    private void stop(InFlight attempt, long overdue) {
        boolean committing = attempt.isCommitting();
        if (attempt.cancel()) {
            attempt.drained = overdue < 0;
            blocking.execute(() -> cancel(attempt));
        } else if (overdue >= (committing ? COMMIT_GRACE : CANCEL_GRACE).toNanos() && attempt.abort()) {
            attempts.remove(attempt);
            report(attempt, overdue);
            blocking.execute(() -> abort(attempt, committing));
        }
    }

    /** Whatever the thread does that still holds it, it does not wait for the server any more. */
    private void report(InFlight attempt, long overdue) {
        meters.leaked(attempt.operation);
        LOGGER.warn("unit '{}' holds its connection {} ms past its deadline, so that is closed; its thread is {}",
                attempt.operation.name(), Duration.ofNanos(overdue).toMillis(), attempt.thread.getName());
    }

    private static void cancel(InFlight attempt) {
        try {
            attempt.connection.unwrap(PGConnection.class).cancelQuery();
        } catch (SQLException e) {
            LOGGER.debug("a cancellation could not be sent; the socket is closed next", e);
        }
    }

    /** Cancels once more first: a cancellation that came before its statement did nothing, and that statement would run on. */
    private static void abort(InFlight attempt, boolean committing) {
        if (!committing) {
            cancel(attempt);
        }
        try {
            // Under TLS, closing waits for a lock that whoever is stuck in writing has.
            NodeSockets.close(attempt.connection);
            attempt.connection.abort(Runnable::run);
        } catch (SQLException e) {
            LOGGER.warn("a connection past its deadline could not be closed", e);
        }
    }
}
