package org.mswada.bootstrap;

import java.io.IOException;
import java.util.concurrent.locks.LockSupport;

/** Watches what the server says of its readiness, closely. */
final class Readyz implements AutoCloseable {
    private static final long BETWEEN_LOOKS = 10_000_000;
    private static final long NEVER = Long.MAX_VALUE;

    private final int adminPort;
    private final Thread thread = Thread.ofPlatform().daemon().name("readyz").unstarted(this::watch);
    private volatile long notReadyNanos = NEVER;
    private volatile boolean ending;

    private Readyz(int adminPort) {
        this.adminPort = adminPort;
    }

    static Readyz watch(int adminPort) {
        Readyz watching = new Readyz(adminPort);
        watching.thread.start();
        return watching;
    }

    private void watch() {
        while (!ending && notReadyNanos == NEVER) {
            try (HttpConnection connection = new HttpConnection(adminPort)) {
                while (!ending && connection.isOpen() && notReadyNanos == NEVER) {
                    SentRequest answer = connection.get("/readyz");
                    if (!answer.isServed()) {
                        // From here on everybody could know; what was sent before must be served.
                        notReadyNanos = System.nanoTime();
                    }
                    LockSupport.parkNanos(BETWEEN_LOOKS);
                }
            } catch (IOException gone) {
                notReadyNanos = System.nanoTime();
            }
        }
    }

    boolean hasSaidNotReady() {
        return notReadyNanos != NEVER;
    }

    long notReadyNanos() {
        return notReadyNanos;
    }

    @Override
    public void close() {
        ending = true;
    }
}
