package org.mswada.bootstrap.cli;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.mswada.bootstrap.server.Lifecycle;
import org.mswada.bootstrap.server.Words;

/**
 * Closes what was started when the process is told to stop, and then ends it: as a success if all closed in time. A start
 * that had failed before that keeps its own exit code.
 */
final class ShutdownHook {
    /** What is said at the end is waited for so long at most: who does not read it must not keep the process. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    private final Supplier<List<Exception>> closing;
    private final Consumer<String> talk;
    private final IntConsumer halt;
    private final Words words = new Words();
    private final StopSignals signals = new StopSignals();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final AtomicReference<End> end = new AtomicReference<>(End.OPEN);
    private final CompletableFuture<Integer> failureTold = new CompletableFuture<>();
    private final Thread hook = new Thread(this::stop, "shutdown");

    /** With what closes all and returns why something did not. */
    ShutdownHook(Supplier<List<Exception>> closing, Consumer<String> talk, IntConsumer halt) {
        this.closing = closing;
        this.talk = talk;
        this.halt = halt;
    }

    static ShutdownHook install(Lifecycle lifecycle, Consumer<String> talk) {
        ShutdownHook installed = new ShutdownHook(lifecycle::closeAll, talk, Runtime.getRuntime()::halt);
        Runtime.getRuntime().addShutdownHook(installed.hook);
        installed.signals.take();
        return installed;
    }

    /** Returns false if it was told to stop before: what it missed then is no failure. */
    boolean startFailed() {
        return end.compareAndSet(End.OPEN, End.START_FAILED);
    }

    /** After {@link #startFailed()}: why is told now, and the process ends with this code, whoever ends it. */
    void failureTold(int code) {
        signals.endWith(code);
        failureTold.complete(code);
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
        List<Exception> _ = closing.get();
    }

    /** Whatever happens, it ends the process, and as a success only if all closed in time. */
    void stop() {
        int code = ExitCode.FAILURE;
        try {
            boolean toldToStop = end.compareAndSet(End.OPEN, End.TOLD_TO_STOP);
            words.say(() -> talk.accept("stopping ..."));
            boolean inOrder = closing.get().isEmpty();
            words.say(() -> talk.accept(inOrder ? "stopped" : "stopped; what did not close in time was cut off"));
            if (!toldToStop) {
                code = codeOfFailure();
            } else if (inOrder) {
                code = ExitCode.OK;
            }
            words.await(LAST_WORDS);
        } finally {
            stopped.countDown();
            halt.accept(code);
        }
    }

    private int codeOfFailure() {
        try {
            return failureTold.get(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException nobodyReads) {
            return ExitCode.FAILURE;
        }
    }

    /** What came first. */
    private enum End {
        OPEN, TOLD_TO_STOP, START_FAILED
    }
}
