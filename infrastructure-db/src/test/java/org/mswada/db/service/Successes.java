package org.mswada.db.service;

import java.time.Duration;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** When calls succeeded. Safe for many threads. */
final class Successes {
    private static final Duration WINDOW = Duration.ofMillis(100);
    private static final long SLOT_NANOS = Duration.ofMillis(10).toNanos();
    private static final double MOST = 0.9;
    /** Slots after the kill in which answers sent before may still be noted. */
    private static final long ANSWERS_ON_THE_WAY = 10;

    /** How many ended in each hundredth of a second, by its number. */
    private final ConcurrentSkipListMap<Long, LongAdder> ended = new ConcurrentSkipListMap<>();
    void note(Outage.Attempt attempt) throws Exception {
        attempt.run();
        ended.computeIfAbsent(Math.floorDiv(System.nanoTime(), SLOT_NANOS), _ -> new LongAdder()).increment();
    }

    /** Waits until the callers are back, and tells how long after {@code accepting} that was. */
    OutageTimes.Return after(long killed, long dead, long accepting, Duration before, Duration limit) {
        double former = between(killed - before.toNanos(), killed) / (double) before.dividedBy(WINDOW);
        Await.until("callers succeed again", limit, () -> ended.ceilingKey(slot(dead) + ANSWERS_ON_THE_WAY) != null);
        long first = ended.ceilingKey(slot(dead) + ANSWERS_ON_THE_WAY) * SLOT_NANOS;
        Await.until("callers are as fast as before", limit, () -> busyFrom(accepting, former) >= 0);
        return new OutageTimes.Return(Duration.ofNanos(Math.max(0, first - accepting)),
                Duration.ofNanos(busyFrom(accepting, former) + WINDOW.toNanos()));
    }

    /** Returns how long after {@code accepting} the first window with most of the former throughput begins, or -1. */
    private long busyFrom(long accepting, double former) {
        long now = System.nanoTime();
        for (long from = accepting; from + WINDOW.toNanos() < now; from += SLOT_NANOS) {
            if (between(from, from + WINDOW.toNanos()) >= MOST * former) {
                return from - accepting;
            }
        }
        return -1;
    }

    private long between(long from, long to) {
        return ended.subMap(slot(from), slot(to)).values().stream().mapToLong(LongAdder::sum).sum();
    }

    private static long slot(long nanos) {
        return Math.floorDiv(nanos, SLOT_NANOS);
    }
}
