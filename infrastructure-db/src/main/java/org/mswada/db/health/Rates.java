package org.mswada.db.health;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** How many of the last minute's units were slow or tried again. For one thread at a time. */
final class Rates {
    /** How far back it looks. */
    static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int ALL_PERCENT = 100;

    private final Deque<Counted> window = new ArrayDeque<>();

    /** What was counted since the start, at a moment. */
    private record Counted(long nanos, long units, long slow, long retries) {}

    void add(long nanos, Signals signals) {
        window.add(new Counted(nanos, signals.units(), signals.slowStatements(), signals.retries()));
        while (window.size() > 1 && nanos - window.getFirst().nanos > WINDOW.toNanos()) {
            window.removeFirst();
        }
    }

    long units() {
        return window.getLast().units - window.getFirst().units;
    }

    long slow() {
        return window.getLast().slow - window.getFirst().slow;
    }

    long retries() {
        return window.getLast().retries - window.getFirst().retries;
    }

    long percent(long part) {
        return part * ALL_PERCENT / Math.max(1, units());
    }
}
