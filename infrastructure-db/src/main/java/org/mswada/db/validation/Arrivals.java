package org.mswada.db.validation;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Notes the moment of each connection that arrives on a line, from now until it is closed. */
final class Arrivals implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(50);

    private static final Duration NOTED_WITHIN = Duration.ofSeconds(5);

    private final BreakableLine line;
    private final int before;
    private final List<Long> moments = new CopyOnWriteArrayList<>();
    private final Thread thread = Thread.ofPlatform().daemon().name("validation-arrivals").unstarted(this::note);
    private volatile boolean closed;

    private Arrivals(BreakableLine line) {
        this.line = line;
        this.before = line.arrivals();
    }

    static Arrivals on(BreakableLine line) {
        Arrivals arrivals = new Arrivals(line);
        arrivals.thread.start();
        return arrivals;
    }

    private void note() {
        try {
            while (!closed) {
                if (line.awaitArrivals(before + moments.size() + 1, LOOK)) {
                    moments.add(System.nanoTime());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns the moments of {@link System#nanoTime()} of all that have arrived, the first one first. */
    List<Long> moments() {
        Within.limit(NOTED_WITHIN, () -> moments.size() >= line.arrivals() - before);
        return List.copyOf(moments);
    }

    @Override
    public void close() {
        closed = true;
    }
}
