package org.mswada.db.connection;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What became of a pool, as far as it is remembered. Safe for use by many threads. */
public final class PoolHistory {
    /** How many events are remembered. */
    public static final int REMEMBERED = 20;

    private final InstantSource clock;
    private final Deque<Event> events = new ArrayDeque<>();

    PoolHistory() {
        this(InstantSource.system());
    }

    PoolHistory(InstantSource clock) {
        this.clock = clock;
    }

    synchronized void note(String what) {
        events.add(new Event(clock.instant(), what));
        if (events.size() > REMEMBERED) {
            events.removeFirst();
        }
    }

    synchronized List<Event> events() {
        return List.copyOf(events);
    }

    /**
     * Something that happened.
     *
     * @param at when
     * @param what in words
     */
    public record Event(Instant at, String what) {}
}
