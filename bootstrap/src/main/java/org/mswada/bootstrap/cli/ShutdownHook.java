package org.mswada.bootstrap.cli;

import java.util.concurrent.CountDownLatch;
import org.mswada.bootstrap.server.Lifecycle;

/** Closes what was started when the process is told to stop, and then ends it as a success. */
final class ShutdownHook {
    private final Lifecycle lifecycle;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "shutdown");

    private ShutdownHook(Lifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    static ShutdownHook install(Lifecycle lifecycle) {
        ShutdownHook installed = new ShutdownHook(lifecycle);
        Runtime.getRuntime().addShutdownHook(installed.hook);
        return installed;
    }

    void awaitShutdown() throws InterruptedException {
        stopped.await();
    }

    /** For a start that failed: there, nobody told the process to stop. */
    void closeUnlessShuttingDown() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyShuttingDown) {
            return;
        }
        lifecycle.close();
    }

    private void stop() {
        lifecycle.close();
        stopped.countDown();
        // The JVM would report the signal as the exit code; an orderly stop is a success.
        Runtime.getRuntime().halt(ExitCode.OK);
    }
}
