package org.mswada.db.service;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** How long callers waited for their turn, from the end of the warm-up on. Safe for many threads. */
final class Waits {
    private static final int EVEN = 3;

    private final Queue<Long> nanos = new ConcurrentLinkedQueue<>();

    void add(long waited, long begin) {
        if (System.nanoTime() - begin > 0) {
            nanos.add(waited);
        }
    }

    boolean areEven() {
        List<Long> sorted = nanos.stream().sorted().toList();
        return at(sorted, 0.99) <= EVEN * at(sorted, 0.5);
    }

    private static long at(List<Long> sorted, double share) {
        return sorted.get((int) (share * (sorted.size() - 1)));
    }

    @Override
    public String toString() {
        List<Long> sorted = nanos.stream().sorted().toList();
        return "%,d waits, median %d ms, p99 %d ms (x%.2f), longest %d ms".formatted(sorted.size(),
                Duration.ofNanos(at(sorted, 0.5)).toMillis(), Duration.ofNanos(at(sorted, 0.99)).toMillis(),
                (double) at(sorted, 0.99) / at(sorted, 0.5), Duration.ofNanos(sorted.getLast()).toMillis());
    }
}
