package org.mswada.bootstrap.cli;

import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.mswada.bootstrap.server.Lifecycle;

/** Closes what was started when the process is told to stop, and then ends it: as a success if all closed in time. */
final class ShutdownHook {
    private final Lifecycle lifecycle;
    private final Consumer<String> talk;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "shutdown");

    private volatile boolean stopping;

    private ShutdownHook(Lifecycle lifecycle, Consumer<String> talk) {
        this.lifecycle = lifecycle;
        this.talk = talk;
    }

    static ShutdownHook install(Lifecycle lifecycle, Consumer<String> talk) {
        ShutdownHook installed = new ShutdownHook(lifecycle, talk);
        Runtime.getRuntime().addShutdownHook(installed.hook);
        StopSignals.take();
        return installed;
    }

    boolean isStopping() {
        return stopping;
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
        stopping = true;
        talk.accept("stopping ...");
        boolean inOrder = lifecycle.closeAll().isEmpty();
        talk.accept(inOrder ? "stopped" : "stopped; what did not close in time was cut off");
        stopped.countDown();
        Runtime.getRuntime().halt(inOrder ? ExitCode.OK : ExitCode.FAILURE);
    }
}
