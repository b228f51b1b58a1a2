package org.mswada.bootstrap.server;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts components in order and closes them in reverse, each once and within its time. One that does not close, or not in
 * time, does not keep the others open. Safe for use by many threads: what still starts when closing begins is interrupted
 * and waited for, within the time it has to close, and what is added after that is closed at once.
 */
public final class Lifecycle implements AutoCloseable {
    /** Who closes waits this long at most until what did not close was logged. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    private static final Logger LOGGER = LoggerFactory.getLogger(Lifecycle.class);

    private final InstantSource clock;
    private final Instant begin;
    private final Deque<LifecycleComponent> starting = new ArrayDeque<>();
    private final Deque<LifecycleComponent> started = new ArrayDeque<>();
    private final List<LifecycleComponent> all = new ArrayList<>();
    private final Words words = new Words();
    private final ThreadFactory closers;
    private @Nullable CompletableFuture<List<Exception>> closing;

    /** A lifecycle that begins now. */
    public Lifecycle() {
        this(InstantSource.system(), Thread.ofPlatform().daemon().factory());
    }

    Lifecycle(InstantSource clock, ThreadFactory closers) {
        this.clock = clock;
        this.begin = clock.instant();
        this.closers = closers;
    }

    /**
     * Starts something; what it throws goes through, and nothing is to be closed then.
     *
     * @throws IllegalStateException if closing has begun
     */
    public <T extends AutoCloseable, E extends Exception> T start(String name, Duration closeLimit, Start<T, E> start)
            throws E {
        LifecycleComponent component = new LifecycleComponent(name, closeLimit, clock);
        synchronized (this) {
            if (closing != null) {
                throw new IllegalStateException("the server is stopping, so " + name + " was not started");
            }
            all.add(component);
            starting.push(component);
        }
        try {
            T resource = begin(component, start);
            own(component, resource);
            return resource;
        } finally {
            component.settled.countDown();
        }
    }

    private <T, E extends Exception> T begin(LifecycleComponent component, Start<T, E> start) throws E {
        try {
            return start.begin();
        } catch (Exception | Error e) {
            component.become(State.FAILED, e.getMessage());
            throw e;
        } finally {
            synchronized (this) {
                starting.remove(component);
                if (component.interrupted) {
                    // It was meant for the start, not for whoever waits on this thread later.
                    boolean _ = Thread.interrupted();
                }
            }
        }
    }

    /** Adds something that was started; it is closed before everything added earlier. */
    public <T extends AutoCloseable> T add(String name, Duration closeLimit, T resource) {
        LifecycleComponent component = new LifecycleComponent(name, closeLimit, clock);
        synchronized (this) {
            all.add(component);
        }
        own(component, resource);
        return resource;
    }

    private void own(LifecycleComponent component, AutoCloseable resource) {
        component.resource = resource;
        component.become(State.RUNNING, null);
        synchronized (this) {
            if (closing == null) {
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

    /** Closes all; returns why what did not close did not. Who comes later waits for the first, and is told the same. */
    public List<Exception> closeAll() {
        CompletableFuture<List<Exception>> own = new CompletableFuture<>();
        CompletableFuture<List<Exception>> first;
        synchronized (this) {
            first = closing;
            if (first == null) {
                closing = own;
            }
        }
        if (first != null) {
            return first.join();
        }
        try {
            own.complete(closeEach());
        } catch (RuntimeException | Error e) {
            own.complete(List.of(new IllegalStateException("closing did not end in order", e)));
        }
        words.await(LAST_WORDS);
        return own.join();
    }

    private List<Exception> closeEach() {
        List<LifecycleComponent> unfinished;
        synchronized (this) {
            unfinished = List.copyOf(starting);
        }
        List<Exception> failures = new ArrayList<>();
        // Who is interrupted waits for each all the same, or they would close at once and in no order.
        boolean interrupted = false;
        unfinished.forEach(component -> addIfAny(failures, endStart(component)));
        for (LifecycleComponent component = next(); component != null; component = next()) {
            interrupted |= Thread.interrupted();
            addIfAny(failures, close(component));
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return List.copyOf(failures);
    }

    private static void addIfAny(List<Exception> failures, @Nullable Exception failure) {
        if (failure != null) {
            failures.add(failure);
        }
    }

    /** Returns null when the start has ended, one way or the other. */
    private @Nullable Exception endStart(LifecycleComponent component) {
        synchronized (this) {
            if (starting.contains(component)) {
                component.interrupted = true;
                component.starter.interrupt();
            }
        }
        try {
            if (component.settled.await(component.closeLimit.toMillis(), TimeUnit.MILLISECONDS)) {
                return null;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Exception failure = new IllegalStateException(
                component.name + " was starting and did not end within " + component.closeLimit);
        words.say(() -> LOGGER.error("{}; going on with the rest", failure.getMessage()));
        return failure;
    }

    private synchronized @Nullable LifecycleComponent next() {
        return started.poll();
    }

    private @Nullable Exception close(LifecycleComponent component) {
        Exception failure = component.close(closers);
        if (failure != null) {
            words.say(() -> LOGGER.error("{} did not close; going on with the rest", component.name, failure));
        }
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

    /**
     * Starts something, or throws and leaves nothing of it. It is interrupted when the lifecycle closes meanwhile.
     *
     * @param <T> what is started
     * @param <E> why it may not start
     */
    @FunctionalInterface
    public interface Start<T, E extends Exception> {
        /** Returns what was started. */
        T begin() throws E;
    }
}
