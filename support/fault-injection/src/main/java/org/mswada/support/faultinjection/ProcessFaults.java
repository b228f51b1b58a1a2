package org.mswada.support.faultinjection;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.mswada.support.embeddedpostgres.EmbeddedPostgres;
import org.mswada.support.embeddedpostgres.EmbeddedPostgresOptions;
import org.mswada.support.embeddedpostgres.PostgresAddress;
import org.mswada.support.embeddedpostgres.ReplicatedServer;

/**
 * A PostgreSQL of our own, or one of a cluster, whose processes are killed, frozen and started again, always all of
 * them: a backend that computes, or that is stopped, outlives a postmaster killed alone and keeps the next one from
 * starting. The server comes back on the same folder and port. Safe for many threads; one fault at a time.
 */
public final class ProcessFaults implements AutoCloseable {
    private static final Duration END_LIMIT = Duration.ofSeconds(20);
    private static final long LOOK_EVERY_NANOS = 2_000_000;

    private final Breakable server;

    private ProcessFaults(Breakable server) {
        this.server = server;
    }

    /** Starts the server. For faults that must lose nothing, ask for {@code Durability.DURABLE}. */
    public static ProcessFaults start(EmbeddedPostgresOptions options) {
        return new ProcessFaults(new Breakable.Own(EmbeddedPostgres.start(options)));
    }

    /** Takes a primary or a standby of a cluster, which still ends with its cluster. */
    public static ProcessFaults on(ReplicatedServer server) {
        return new ProcessFaults(new Breakable.Clustered(server));
    }

    /** Returns where the server listens, or did. */
    public synchronized PostgresAddress address() {
        return server.address();
    }

    /** Kills all processes of the server (SIGKILL), and returns when none is left. */
    public synchronized void kill() throws InterruptedException {
        List<Long> all = stopped();
        Signals.send("KILL", all);
        awaitEnd(all);
    }

    /** Has the server end at once without a checkpoint (immediate shutdown, SIGQUIT); returns when it has ended. */
    public synchronized void stopAtOnce() throws InterruptedException {
        List<Long> all = server.processIds();
        Signals.send("CONT", all.reversed());
        Signals.send("QUIT", all.stream().limit(1).toList());
        awaitEnd(all);
    }

    /** Stops all processes of the server (SIGSTOP): connections can still be made, but nobody answers. */
    public synchronized void freeze() throws InterruptedException {
        List<Long> _ = stopped();
    }

    /** Lets all processes of the server go on; the postmaster last, so that nobody new comes before the old are back. */
    public synchronized void thaw() throws InterruptedException {
        Signals.send("CONT", server.processIds().reversed());
    }

    /** Starts the server again, after ending it in good order when it still runs. Returns when it accepts connections. */
    public synchronized void restart() throws InterruptedException {
        thaw();
        server.restart();
    }

    /** Ends a server of our own, frozen, dead or running; one of a cluster is only thawed. */
    @Override
    public synchronized void close() {
        try {
            thaw();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        server.close();
    }

    /** Stops all processes and returns them; the postmaster first, so that it cannot make new ones meanwhile. */
    private List<Long> stopped() throws InterruptedException {
        Signals.send("STOP", List.of(server.processId()));
        await(() -> Signals.isStopped(server.processId()), "the postmaster did not stop");
        List<Long> all = server.processIds();
        Signals.send("STOP", all);
        await(() -> all.stream().allMatch(Signals::isStopped), "not all of " + all + " stopped");
        return all;
    }

    private static void awaitEnd(List<Long> all) throws InterruptedException {
        await(() -> all.stream().noneMatch(Signals::isAlive), "not all of " + all + " ended");
    }

    private static void await(BooleanSupplier condition, String failure) throws InterruptedException {
        long deadline = System.nanoTime() + END_LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                throw new FaultInjectionException("Within " + END_LIMIT.toSeconds() + " s " + failure
                        + ". Look at them with ps; a process in uninterruptible sleep obeys no signal.", null);
            }
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
            if (Thread.interrupted()) {
                throw new InterruptedException("waiting for processes of PostgreSQL");
            }
        }
    }
}
