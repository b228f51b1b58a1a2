package org.mswada.support.embeddedpostgres;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL 18 server that this JVM started on 127.0.0.1. It ends with {@link #close()}, or with this JVM however
 * that ends: then the server stops at once, and a later start recovers what it had acknowledged. Safe for many threads.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final Duration FAST_SHUTDOWN_LIMIT = Duration.ofSeconds(10);
    private static final Duration IMMEDIATE_SHUTDOWN_LIMIT = Duration.ofSeconds(10);

    private final ServerStart start;
    private final ServerFolder folder;
    private final FolderLock lock;
    private final GuardedProcess process;
    private final PostgresAddress address;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final AtomicBoolean stopped = new AtomicBoolean();

    EmbeddedPostgres(ServerStart start, ServerFolder folder, FolderLock lock, GuardedProcess process,
            PostgresAddress address) {
        this.start = start;
        this.folder = folder;
        this.lock = lock;
        this.process = process;
        this.address = address;
    }

    /** Tells when the server ends although nobody closed it. */
    void watch() {
        process.onEnd(status -> {
            if (!closed.get() && !stopped.get()) {
                LOG.warn("PostgreSQL on {} ended by itself or was killed (status {}). Close it and start it again.{}",
                        folder.path(), status, folder.logEnd());
            }
        });
    }

    /**
     * Starts a server and returns once it accepts connections. A missing or empty folder becomes a new database
     * cluster: UTF-8, built-in collation C.UTF-8, data checksums, scram-sha-256 with a random password.
     *
     * @throws FolderInUse when a server runs on this folder already
     * @throws EmbeddedPostgresException when the server cannot be started; the message ends with its log
     */
    public static EmbeddedPostgres start(EmbeddedPostgresOptions options) {
        return ServerStart.start(options, Launch.detect());
    }

    /**
     * Finds the server that this or another process runs on the folder, to attach to it.
     *
     * @throws EmbeddedPostgresException when the folder cannot be read
     */
    public static Optional<PostgresAddress> findRunning(Path folder) {
        try {
            Optional<RunningServer> server = RunningServer.read(folder).filter(RunningServer::isUsable);
            return server.isEmpty()
                    ? Optional.empty()
                    : Optional.of(ServerFolder.address(folder, server.get().port()));
        } catch (IOException e) {
            throw new EmbeddedPostgresException("It cannot be told whether PostgreSQL runs on " + folder + " ("
                    + e + "). Run as the user who owns that folder.", e);
        }
    }

    /** Returns where the server listens. */
    public PostgresAddress address() {
        return address;
    }

    /** Returns the process id of the postmaster, the parent of all processes of the server. */
    public long processId() {
        return process.programId();
    }

    /**
     * Returns the process ids of the server: the postmaster's, then those of all processes below it. Only what lives is
     * named; after the postmaster was killed, its children cannot be found any more.
     */
    public List<Long> processIds() {
        Stream<ProcessHandle> tree = ProcessHandle.of(processId()).stream()
                .flatMap(postmaster -> Stream.concat(Stream.of(postmaster), postmaster.descendants()));
        return tree.map(ProcessHandle::pid).filter(pid -> ProcessIdentity.of(pid).isAlive()).toList();
    }

    /** Returns where the files of the server are. */
    ServerFolder folder() {
        return folder;
    }

    /**
     * Shuts down in good order, ending open transactions, and keeps the folder and the port for {@link #restart()}. A
     * server that needs more than ten seconds for that is stopped at once; one that has ended already stays so.
     *
     * @throws EmbeddedPostgresException when the server does not end
     */
    public void stop() {
        stopped.set(true);
        try {
            start.end(process);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedPostgresException("The stop of PostgreSQL on " + folder.path()
                    + " was interrupted; it may still run. Close it.", e);
        }
    }

    /**
     * Starts the server again on the same folder and port, after it crashed or was stopped or, when it still runs, after
     * shutting it down. This object then counts as closed, and the one returned takes its place.
     *
     * @throws EmbeddedPostgresException when the server cannot be stopped or started, for example because processes of a
     *         killed one live on; this object then stays open, to be restarted or closed
     */
    public EmbeddedPostgres restart() {
        if (!closed.compareAndSet(false, true)) {
            throw new IllegalStateException("PostgreSQL on " + folder.path() + " was closed; start a new one");
        }
        boolean started = false;
        try {
            EmbeddedPostgres next = start.again(lock, address.port(), process);
            started = true;
            return next;
        } finally {
            closed.set(started);
        }
    }

    /**
     * Shuts down, ending open transactions, and returns when nothing of the server is left; a temporary folder is
     * deleted. A server that needs more than ten seconds for that is stopped at once. Further calls do nothing.
     *
     * @throws EmbeddedPostgresException when the server does not end, or its folder cannot be released
     */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try (lock) {
            end();
            RunningServer.delete(folder);
            folder.deleteIfTemporary();
        } catch (IOException e) {
            throw new EmbeddedPostgresException("PostgreSQL was stopped, but its folder " + folder.path()
                    + " could not be released (" + e + ").", e);
        }
    }

    private void end() {
        try {
            if (!folder.temporary()) {
                process.signal("INT");
                if (!process.awaitEnd(FAST_SHUTDOWN_LIMIT)) {
                    LOG.warn("PostgreSQL on {} did not shut down within {}; it is stopped at once", folder.path(),
                            FAST_SHUTDOWN_LIMIT);
                }
            }
            process.release();
            if (!process.awaitEnd(IMMEDIATE_SHUTDOWN_LIMIT)) {
                throw new EmbeddedPostgresException("PostgreSQL on " + folder.path() + " did not end within "
                        + IMMEDIATE_SHUTDOWN_LIMIT + " although it was killed. End process " + process.guardId()
                        + " by hand." + folder.logEnd());
            }
        } catch (InterruptedException e) {
            process.release();
            Thread.currentThread().interrupt();
            LOG.warn("interrupted while PostgreSQL on {} shut down; it is stopped at once", folder.path());
        }
    }
}
