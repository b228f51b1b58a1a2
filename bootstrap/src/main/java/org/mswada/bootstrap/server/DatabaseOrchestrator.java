package org.mswada.bootstrap.server;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.mswada.application.importing.ImportBills;
import org.mswada.application.importing.ImportProgress;
import org.mswada.application.importing.ImportSummary;
import org.mswada.application.importing.SourceLocation;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.StorageException;
import org.mswada.importing.demo.DemoLegislature;
import org.mswada.migrations.MigrationFailed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the database of the server up: schema, then demo data, then ready. A database that is away is waited for, without
 * limit, and the server serves as soon as it is there; whatever else is wrong at the first look ends the start.
 */
final class DatabaseOrchestrator implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(DatabaseOrchestrator.class);
    private static final Operation LOOK = Operation.read("server.look-for-data");
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final DatabaseAccess access;
    private final ServerComponent component;
    private final ServerReadiness readiness;
    private final Consumer<String> talk;
    private final Thread waiting = Thread.ofPlatform().daemon().name("database-orchestrator")
            .unstarted(this::keepTrying);
    private volatile boolean closed;

    DatabaseOrchestrator(DatabaseAccess access, ServerComponent component, ServerReadiness readiness,
            Consumer<String> talk) {
        this.access = access;
        this.component = component;
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
            talk.accept(failed.getMessage() + "\nWaiting for it; the server is up and not ready until then.");
            waiting.start();
        }
    }

    private void prepare() throws SchemaBehind {
        access.prepare();
        if (access.isForDemonstration()) {
            loadDemo();
        }
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
        } catch (RuntimeException bug) {
            if (closed) {
                LOGGER.debug("preparing the database was interrupted by the end", bug);
                return;
            }
            LOGGER.error("preparing the database failed; trying again", bug);
            note(String.valueOf(bug.getMessage()));
        }
    }

    /** Says a reason once, however often it is met. */
    private void note(String reason) {
        if (!closed && readiness.waitingFor(reason)) {
            talk.accept(reason + "\nTrying again until it is well.");
        }
    }

    /** Each time, for a start may have ended in the middle of it; what is there already is not touched. */
    private void loadDemo() {
        if (component.database().<Boolean>read(LOOK,
                session -> component.legislatures().holdsNoneBut(session, DemoLegislature.CODE))) {
            talk.accept("loading the demo legislature ...");
            ImportBills importBills = component.importBills();
            importBills.run(DemoLegislature.open(), new DemoProgress());
        }
    }

    /** Returns when it does nothing any more. */
    @Override
    public void close() {
        closed = true;
        waiting.interrupt();
        try {
            waiting.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The demo's data are ours: that one is refused is a bug. */
    private static final class DemoProgress implements ImportProgress {
        @Override
        public void stored(ImportSummary summary) {
            // The demo is loaded before anybody could read a progress line.
        }

        @Override
        public void rejected(SourceLocation location, String reason) {
            throw new IllegalStateException("demo bill " + location + " was refused: " + reason);
        }
    }
}
