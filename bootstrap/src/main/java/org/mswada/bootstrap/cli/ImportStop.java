package org.mswada.bootstrap.cli;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mswada.application.importing.StoppableSource;

/** Has the first signal (HUP, INT, TERM) end an import at the end of a batch, and the second end the process at once. */
final class ImportStop {
    private final Consumer<String> talk;
    private final StopSignals signals = new StopSignals();
    private final CompletableFuture<Integer> exitCode = new CompletableFuture<>();
    private volatile boolean told;
    private @Nullable Thread hook;

    ImportStop(Consumer<String> talk) {
        this.talk = talk;
    }

    /** Takes the signals from now on. */
    void take(StoppableSource source) {
        Thread taken = new Thread(() -> stop(source), "import-stop");
        Runtime.getRuntime().addShutdownHook(taken);
        hook = taken;
        signals.take();
    }

    private void stop(StoppableSource source) {
        told = true;
        source.stop();
        talk.accept("stopping at the end of this batch ...");
        Runtime.getRuntime().halt(exitCode.join());
    }

    /** Returns whether a signal came. */
    boolean isToldToStop() {
        return told;
    }

    /** The import has ended, and all that it had opened is closed; a process that was told to stop ends with this code. */
    void ended(int code) {
        signals.endWith(code);
        if (hook != null) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException shuttingDown) {
                exitCode.complete(code);
            }
        }
    }
}
