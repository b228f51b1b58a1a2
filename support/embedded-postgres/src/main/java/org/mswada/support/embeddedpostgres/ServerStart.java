package org.mswada.support.embeddedpostgres;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the server process and waits until it accepts connections. */
final class ServerStart {
    /** Long, because a database killed under load first replays its log. */
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Duration END_LIMIT = Duration.ofSeconds(10);
    private static final Duration LOOK_EVERY = Duration.ofMillis(10);
    private static final int FREE_PORT_ATTEMPTS = 5;

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);

    /** Sees to it that a folder has a data directory. */
    @FunctionalInterface
    interface DataMaker {
        void make(ServerFolder folder, PostgresBinaries binaries) throws IOException, InterruptedException;
    }

    private final EmbeddedPostgresOptions options;
    private final ServerFolder folder;
    private final PostgresBinaries binaries;
    private final Duration limit;

    ServerStart(EmbeddedPostgresOptions options, ServerFolder folder, PostgresBinaries binaries, Duration limit) {
        this.options = options;
        this.folder = folder;
        this.binaries = binaries;
        this.limit = limit;
    }

    /** Starts a server on the folder of the options, making a database there when it has none. */
    static EmbeddedPostgres start(EmbeddedPostgresOptions options, Launch launch) {
        return start(options, launch, LIMIT, (folder, binaries) -> DataDirectory.makeIfMissing(folder, binaries,
                options.durability()));
    }

    /** Starts a server on the folder of the options, on the data that {@code data} makes there. */
    static EmbeddedPostgres start(EmbeddedPostgresOptions options, Launch launch, Duration limit, DataMaker data) {
        long begin = System.nanoTime();
        try {
            ServerFolder folder = ServerFolder.create(options, launch);
            EmbeddedPostgres server = startLocked(options, limit, folder, data);
            LOG.info("PostgreSQL {} started in {} ms on {}", server.address(),
                    Duration.ofNanos(System.nanoTime() - begin).toMillis(), folder.path());
            return server;
        } catch (IOException e) {
            throw new EmbeddedPostgresException("PostgreSQL could not be started on " + options.folder() + " (" + e
                    + "). Check that this user may write there and that the disk is not full.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedPostgresException("The start of PostgreSQL on " + options.folder()
                    + " was interrupted; nothing of it is left running.", e);
        }
    }

    private static EmbeddedPostgres startLocked(EmbeddedPostgresOptions options, Duration limit, ServerFolder folder,
            DataMaker data) throws IOException, InterruptedException {
        FolderLock lock = FolderLock.take(folder);
        boolean started = false;
        try {
            FormerServer.awaitEnd(folder);
            folder.startLog();
            folder.write(folder.guardScript(), GuardedProcess.script());
            PostgresBinaries binaries = PostgresBinaries.unpack(folder.launch());
            data.make(folder, binaries);
            EmbeddedPostgres server = new ServerStart(options, folder, binaries, limit).start(lock);
            started = true;
            return server;
        } finally {
            if (!started) {
                lock.close();
                folder.deleteIfTemporary();
            }
        }
    }

    /** Starts a server again that crashed, was stopped or still runs. */
    EmbeddedPostgres again(FolderLock lock, int port, GuardedProcess former) {
        try {
            end(former);
            folder.startLog();
            return new ServerStart(options.withPort(port), folder, binaries, limit).start(lock);
        } catch (IOException e) {
            throw new EmbeddedPostgresException("PostgreSQL could not be started again on " + folder.path() + " (" + e
                    + "). Check that this user may write there and that the disk is not full.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedPostgresException("The new start of PostgreSQL on " + folder.path()
                    + " was interrupted; nothing of it is left running.", e);
        }
    }

    /** Ends the server in good order, or at once when that takes too long; what has ended already is fine. */
    void end(GuardedProcess former) throws InterruptedException {
        former.signal("INT");
        if (!former.awaitEnd(END_LIMIT)) {
            LOG.warn("PostgreSQL on {} did not shut down within {}; it is stopped at once", folder.path(), END_LIMIT);
            former.signal("QUIT");
        }
        if (!former.awaitEnd(END_LIMIT)) {
            throw new EmbeddedPostgresException("PostgreSQL on " + folder.path() + " did not stop within " + END_LIMIT
                    + ". Close it." + folder.logEnd());
        }
    }

    private EmbeddedPostgres start(FolderLock lock) throws IOException, InterruptedException {
        Started started = start();
        boolean owned = false;
        try {
            new RunningServer(started.port(), ProcessIdentity.of(ProcessHandle.current().pid()),
                    ProcessIdentity.of(started.process().guardId())).write(folder);
            EmbeddedPostgres server = new EmbeddedPostgres(this, folder, lock, started.process(),
                    ServerFolder.address(folder.path(), started.port()));
            server.watch();
            owned = true;
            return server;
        } finally {
            if (!owned) {
                // An interrupt may come after the server was ready, and nobody else knows of it yet.
                started.process().release();
            }
        }
    }

    private record Started(GuardedProcess process, int port) {}

    /** Tries again when somebody else took the free port before the server could. */
    private Started start() throws IOException, InterruptedException {
        for (int attempt = 1; options.port() == 0 && attempt < FREE_PORT_ATTEMPTS; attempt++) {
            try {
                return startOn(FreePort.find());
            } catch (EmbeddedPostgresException e) {
                if (!portWasTaken()) {
                    throw e;
                }
            }
        }
        return startOn(options.port() == 0 ? FreePort.find() : options.port());
    }

    private Started startOn(int port) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(binaries.program("postgres").toString(), "-D", folder.data().toString()));
        command.addAll(ServerSettings.arguments(options, port));
        PostmasterStatus status = PostmasterStatus.beforeStart(folder.data());
        GuardedProcess process = GuardedProcess.start(folder, command);
        boolean ready = false;
        try {
            awaitReady(process, status, port);
            ready = true;
            return new Started(process, port);
        } finally {
            if (!ready) {
                process.release();
                process.awaitEnd(END_LIMIT);
            }
        }
    }

    private void awaitReady(GuardedProcess process, PostmasterStatus status, int port)
            throws IOException, InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!status.isReady()) {
            if (process.awaitEnd(LOOK_EVERY)) {
                throw new EmbeddedPostgresException("PostgreSQL did not start on port " + port + " and ended with"
                        + " status " + process.status() + ". "
                        + (portWasTaken()
                                ? "The port is taken: choose another, or 0 for a free one."
                                : "Remove the cause given here and start again.")
                        + folder.logEnd());
            }
            if (System.nanoTime() - deadline > 0) {
                throw new EmbeddedPostgresException("PostgreSQL did not accept connections within "
                        + limit.toSeconds() + " s and was stopped. It may need longer to replay its log: start again."
                        + folder.logEnd());
            }
        }
    }

    private boolean portWasTaken() {
        return folder.logEnd().contains("Address already in use");
    }
}
