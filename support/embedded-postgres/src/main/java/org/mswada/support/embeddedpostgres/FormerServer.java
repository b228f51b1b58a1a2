package org.mswada.support.embeddedpostgres;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** The server that a killed JVM left on a folder: its guard ends it, which takes a moment. */
final class FormerServer {
    private static final Duration LIMIT = Duration.ofSeconds(15);
    private static final Duration LOOK_EVERY = Duration.ofMillis(10);

    private FormerServer() {}

    /** Waits until nothing of that server is left. To be called by the owner of the folder's lock. */
    static void awaitEnd(ServerFolder folder) throws IOException, InterruptedException {
        Optional<RunningServer> former = RunningServer.read(folder.path());
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (former.isPresent() && former.get().guard().isAlive()) {
            if (System.nanoTime() - deadline > 0) {
                throw new EmbeddedPostgresException("The JVM that ran PostgreSQL on " + folder.path()
                        + " is gone, but its server did not end within " + LIMIT.toSeconds() + " s. End process "
                        + former.get().guard().pid() + " by hand and start again.");
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
            if (Thread.interrupted()) {
                throw new InterruptedException("waiting for the former server");
            }
        }
        RunningServer.delete(folder);
    }
}
