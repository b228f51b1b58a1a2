package org.mswada.db.execution;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How many times fell below each bound, since the start. Each bound is twice the one before, so that the bucket of a time
 * is found by its highest bit: searching among bounds costs more than all policies together. Safe for use by many threads.
 */
final class Histogram {
    private static final int FIRST_BITS = 16;
    private static final int SIZE = 21;

    /** The upper bounds, from 66 µs to 69 s; what is longer is counted with the last. */
    static final List<Duration> BOUNDS = IntStream.range(0, SIZE)
            .mapToObj(bucket -> Duration.ofNanos(1L << (FIRST_BITS + bucket))).toList();

    private final List<LongAdder> counts = Stream.generate(LongAdder::new).limit(SIZE).toList();

    void record(long nanos) {
        int bits = Long.SIZE - Long.numberOfLeadingZeros(Math.max(0, nanos));
        counts.get(Math.clamp(bits - FIRST_BITS, 0, SIZE - 1)).increment();
    }

    /** Returns how many were at most as long as the bound of this number. */
    long atMost(int bound) {
        long sum = 0;
        for (int bucket = 0; bucket <= bound; bucket++) {
            sum += counts.get(bucket).sum();
        }
        return sum;
    }
}
