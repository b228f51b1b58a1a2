package org.mswada.bootstrap.server;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts components in order and closes them in reverse, each once and within its time. One that does not close, or not in
 * time, does not keep the others open. Safe for use by many threads: what is added after closing began is closed at once.
 */
public final class Lifecycle implements AutoCloseable {
    /** How long a component may take to close that says nothing else. */
    public static final Duration CLOSE_LIMIT = Duration.ofSeconds(10);

    private static final Logger LOGGER = LoggerFactory.getLogger(Lifecycle.class);

    private final InstantSource clock;
    private final Instant begin;
    private final Deque<Component> started = new ArrayDeque<>();
    private final List<Component> all = new ArrayList<>();
    private boolean closed;

    /** A lifecycle that begins now. */
    public Lifecycle() {
        this(InstantSource.system());
    }

    Lifecycle(InstantSource clock) {
        this.clock = clock;
        this.begin = clock.instant();
    }

    /** Starts something; what it throws goes through, and nothing is to be closed then. */
    public <T extends AutoCloseable> T start(String name, Duration closeLimit, Callable<T> starting) throws Exception {
        Component component = new Component(name, closeLimit, clock.instant());
        synchronized (this) {
            all.add(component);
        }
        T resource;
        try {
            resource = starting.call();
        } catch (Exception e) {
            component.become(State.FAILED, clock.instant(), e.getMessage());
            throw e;
        }
        own(component, resource);
        return resource;
    }

    /** Adds something that was started; it is closed before everything added earlier. */
    public <T extends AutoCloseable> T add(String name, Duration closeLimit, T resource) {
        Component component = new Component(name, closeLimit, clock.instant());
        synchronized (this) {
            all.add(component);
        }
        own(component, resource);
        return resource;
    }

    private void own(Component component, AutoCloseable resource) {
        component.resource = resource;
        component.become(State.RUNNING, clock.instant(), null);
        synchronized (this) {
            if (!closed) {
                started.push(component);
                return;
            }
        }
        close(component);
        throw new IllegalStateException("the server is stopping, so " + component.name + " was closed again");
    }

    @Override
    public void close() {
        closeAll();
    }

    /** Closes all after {@code cause} ended the start, and attaches to it what does not close. */
    public void closeAfter(Throwable cause) {
        closeAll().forEach(cause::addSuppressed);
    }

    private List<Exception> closeAll() {
        synchronized (this) {
            closed = true;
        }
        List<Exception> failures = new ArrayList<>();
        // Who is interrupted waits for each all the same, or they would close at once and in no order.
        boolean interrupted = false;
        for (Component component = next(); component != null; component = next()) {
            interrupted |= Thread.interrupted();
            Exception failure = close(component);
            if (failure != null) {
                failures.add(failure);
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return failures;
    }

    private synchronized @Nullable Component next() {
        return started.poll();
    }

    private @Nullable Exception close(Component component) {
        component.become(State.STOPPING, clock.instant(), null);
        CompletableFuture<Void> done = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("close " + component.name).start(() -> closeOn(component, done));
        try {
            done.get(component.closeLimit.toMillis(), TimeUnit.MILLISECONDS);
            component.become(State.STOPPED, clock.instant(), null);
            return null;
        } catch (ExecutionException e) {
            return failed(component, new IllegalStateException(component.name + " did not close", e.getCause()));
        } catch (TimeoutException e) {
            return failed(component, new IllegalStateException(
                    component.name + " did not close within " + component.closeLimit, e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed(component, e);
        }
    }

    private static void closeOn(Component component, CompletableFuture<Void> done) {
        try {
            if (component.resource != null) {
                component.resource.close();
            }
            done.complete(null);
        } catch (Exception | Error e) {
            done.completeExceptionally(e);
        }
    }

    private Exception failed(Component component, Exception failure) {
        component.become(State.FAILED, clock.instant(), failure.getMessage());
        LOGGER.error("{} did not close; going on with the rest", component.name, failure);
        return failure;
    }

    /** Returns how long ago it began and what has become of each component, in the order of starting. */
    public synchronized Status status() {
        return new Status(Duration.between(begin, clock.instant()),
                all.stream().map(component -> component.status).toList());
    }

    /** What a component does. */
    public enum State {
        STARTING, RUNNING, STOPPING, STOPPED, FAILED
    }

    /**
     * All of it at a moment.
     *
     * @param uptime since the lifecycle began
     * @param components in the order of starting
     */
    public record Status(Duration uptime, List<ComponentStatus> components) {}

    /**
     * One component at a moment.
     *
     * @param name what it is
     * @param state what it does
     * @param since when that began
     * @param trouble why it failed, or null
     */
    public record ComponentStatus(String name, State state, Instant since, @Nullable String trouble) {}

    /** Something to close. */
    private static final class Component {
        final String name;
        final Duration closeLimit;
        volatile @Nullable AutoCloseable resource;
        volatile ComponentStatus status;

        Component(String name, Duration closeLimit, Instant now) {
            this.name = name;
            this.closeLimit = closeLimit;
            this.status = new ComponentStatus(name, State.STARTING, now, null);
        }

        void become(State state, Instant now, @Nullable String trouble) {
            status = new ComponentStatus(name, state, now, trouble);
        }
    }
}
