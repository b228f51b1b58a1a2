package org.mswada.bootstrap.server;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.mswada.bootstrap.server.Lifecycle.ComponentStatus;
import org.mswada.bootstrap.server.Lifecycle.State;

/** Something that the lifecycle starts and closes. */
final class LifecycleComponent {
    final String name;
    final Duration closeLimit;
    final Thread starter = Thread.currentThread();
    final CountDownLatch settled = new CountDownLatch(1);

    /** Guarded by the lifecycle. */
    boolean interrupted;
    volatile @Nullable AutoCloseable resource;
    volatile ComponentStatus status;

    private final InstantSource clock;

    LifecycleComponent(String name, Duration closeLimit, InstantSource clock) {
        this.name = name;
        this.closeLimit = closeLimit;
        this.clock = clock;
        this.status = new ComponentStatus(name, State.STARTING, clock.instant(), null);
    }

    void become(State state, @Nullable String trouble) {
        status = new ComponentStatus(name, state, clock.instant(), trouble);
    }

    /** Closes it on a thread of {@code closers}, within its limit; returns why it did not close, or null. */
    @Nullable
    Exception close(ThreadFactory closers) {
        become(State.STOPPING, null);
        CompletableFuture<Void> done = new CompletableFuture<>();
        try {
            Thread closer = closers.newThread(() -> closeOn(done));
            closer.setName("close " + name);
            closer.start();
            done.get(closeLimit.toMillis(), TimeUnit.MILLISECONDS);
            become(State.STOPPED, null);
            return null;
        } catch (ExecutionException e) {
            return failed(new IllegalStateException(name + " did not close", e.getCause()));
        } catch (TimeoutException e) {
            return failed(new IllegalStateException(name + " did not close within " + closeLimit, e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed(e);
        } catch (Error e) {
            return failed(new IllegalStateException(name + " did not close, for no thread could be started for it", e));
        }
    }

    private void closeOn(CompletableFuture<Void> done) {
        try {
            AutoCloseable opened = resource;
            if (opened != null) {
                opened.close();
            }
            done.complete(null);
        } catch (Exception | Error e) {
            done.completeExceptionally(e);
        }
    }

    private Exception failed(Exception failure) {
        become(State.FAILED, failure.getMessage());
        return failure;
    }
}
