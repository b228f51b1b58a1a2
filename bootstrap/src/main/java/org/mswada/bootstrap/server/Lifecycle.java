package org.mswada.bootstrap.server;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes what was started, in reverse order, once. A step that fails to close does not keep the others open. Safe for use
 * by many threads: what is added after closing began is closed at once.
 */
public final class Lifecycle implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(Lifecycle.class);

    private final Deque<Step> started = new ArrayDeque<>();
    private boolean closed;

    /** Adds something that was started; it is closed before everything added earlier. */
    public <T extends AutoCloseable> T add(String name, T started) {
        Step step = new Step(name, started);
        synchronized (this) {
            if (!closed) {
                this.started.push(step);
                return started;
            }
        }
        step.close();
        throw new IllegalStateException("the server is stopping, so " + name + " was closed again");
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        for (Step step = next(); step != null; step = next()) {
            step.close();
        }
    }

    private synchronized @Nullable Step next() {
        return started.poll();
    }

    /** Something to close. */
    private record Step(String name, AutoCloseable resource) {
        void close() {
            try {
                resource.close();
            } catch (Exception e) {
                LOGGER.error("{} did not close; going on with the rest", name, e);
            }
        }
    }
}
