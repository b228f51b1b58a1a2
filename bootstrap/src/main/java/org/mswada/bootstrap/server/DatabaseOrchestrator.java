package org.mswada.bootstrap.server;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.mswada.domain.storage.StorageException;
import org.mswada.migrations.MigrationFailed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the database of the server up: it is prepared, then the server is ready. A database that is away is waited for, without
 * limit, and the server serves as soon as it is there; whatever else is wrong at the first look ends the start.
 */
final class DatabaseOrchestrator implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(DatabaseOrchestrator.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final Preparation preparation;
    private final ServerReadiness readiness;
    private final Consumer<String> talk;
    private final Thread waiting = Thread.ofPlatform().daemon().name("database-orchestrator")
            .unstarted(this::keepTrying);
    private volatile boolean closed;

    DatabaseOrchestrator(Preparation preparation, ServerReadiness readiness, Consumer<String> talk) {
        this.preparation = preparation;
        this.readiness = readiness;
        this.talk = talk;
    }

    /**
     * Prepares the database now, or begins to wait for it.
     *
     * @throws SchemaBehind if somebody must migrate first
     * @throws MigrationFailed if the database is there and something is wrong with it
     */
    void start() throws SchemaBehind {
        try {
            prepare();
        } catch (MigrationFailed failed) {
            if (!failed.isUnreachable()) {
                throw failed;
            }
            readiness.waitingFor(String.valueOf(failed.getMessage()));
            if (beginToWait()) {
                talk.accept(failed.getMessage() + "\nWaiting for it; the server is up and not ready until then.");
            }
        }
    }

    private synchronized boolean beginToWait() {
        if (!closed) {
            waiting.start();
        }
        return !closed;
    }

    private void prepare() throws SchemaBehind {
        preparation.run();
        readiness.started();
    }

    private void keepTrying() {
        while (!closed && !readiness.hasStarted()) {
            LockSupport.parkNanos(this, BETWEEN_LOOKS.toNanos());
            if (!closed) {
                tryAgain();
            }
        }
    }

    private void tryAgain() {
        try {
            prepare();
            talk.accept("The database is there; Mswada is ready.");
        } catch (SchemaBehind | MigrationFailed | StorageException again) {
            note(String.valueOf(again.getMessage()));
        } catch (RuntimeException | Error bug) {
            tellOf(bug);
        }
    }

    /** An error too ends the round and not the waiting, or the server would never get ready, and never say why. */
    private void tellOf(Throwable bug) {
        try {
            if (closed) {
                LOGGER.debug("preparing the database was interrupted by the end", bug);
                return;
            }
            LOGGER.error("preparing the database failed; trying again", bug);
            note("Preparing the database failed: " + bug);
        } catch (Error untold) {
            // Without memory nothing can be told either; the next round may have some.
            bug.addSuppressed(untold);
        }
    }

    /** Says a reason once, however often it is met. */
    private void note(String reason) {
        if (!closed && readiness.waitingFor(reason)) {
            talk.accept(reason + "\nTrying again until it is well.");
        }
    }

    /** Returns when it does nothing any more. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        waiting.interrupt();
        try {
            waiting.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Brings the database to where the server can serve from it. */
    @FunctionalInterface
    interface Preparation {
        /** Returns when it is there; what is done already is not done again. */
        void run() throws SchemaBehind;
    }
}
