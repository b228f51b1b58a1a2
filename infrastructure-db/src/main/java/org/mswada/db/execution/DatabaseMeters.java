package org.mswada.db.execution;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.CountAtBucket;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.mswada.domain.storage.Operation;

/** The meters of the data layer, made once for each operation and then held. Safe for use by many threads. */
public final class DatabaseMeters {
    /** The upper bounds of the histogram's buckets: percentiles are as exact as these are close together. */
    static final List<Duration> BUCKETS = LongStream
            .of(100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000, 1_000_000,
                    2_000_000, 5_000_000, 10_000_000, 30_000_000)
            .mapToObj(micros -> Duration.of(micros, ChronoUnit.MICROS)).toList();

    private final MeterRegistry registry;
    /** By the operation's name. */
    private final Map<String, OperationMeters> meters = new ConcurrentHashMap<>();

    /** Registers meters in {@code registry}. */
    public DatabaseMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void ended(Operation operation, long nanos, boolean failed) {
        OperationMeters found = of(operation);
        found.time.record(nanos, TimeUnit.NANOSECONDS);
        if (failed) {
            found.failures.increment();
        }
    }

    void retried(Operation operation) {
        of(operation).retries.increment();
    }

    /** Counts a slow statement. */
    public void slow(Operation operation) {
        of(operation).slow.increment();
    }

    private OperationMeters of(Operation operation) {
        OperationMeters found = meters.get(operation.name());
        return found == null ? meters.computeIfAbsent(operation.name(), this::create) : found;
    }

    private OperationMeters create(String name) {
        return new OperationMeters(
                Timer.builder("mswada.db.units").description("Units of work, refused ones too").tag("operation", name)
                        .serviceLevelObjectives(BUCKETS.toArray(Duration[]::new)).register(registry),
                counter("mswada.db.failures", "Units that ended in trouble of storage", name),
                counter("mswada.db.retries", "Tries after the first", name),
                counter("mswada.db.slow", "Statements slower than their limit", name));
    }

    private Counter counter(String meter, String description, String operation) {
        return Counter.builder(meter).description(description).tag("operation", operation).register(registry);
    }

    /** Returns the sums over all operations. */
    public Totals totals() {
        long queries = 0;
        double nanos = 0;
        long[] atMost = new long[BUCKETS.size()];
        double failures = 0;
        double retries = 0;
        double slow = 0;
        for (OperationMeters each : new ArrayList<>(meters.values())) {
            queries += each.time.count();
            nanos += each.time.totalTime(TimeUnit.NANOSECONDS);
            CountAtBucket[] counts = each.time.takeSnapshot().histogramCounts();
            for (int bucket = 0; bucket < Math.min(counts.length, atMost.length); bucket++) {
                atMost[bucket] += (long) counts[bucket].count();
            }
            failures += each.failures.count();
            retries += each.retries.count();
            slow += each.slow.count();
        }
        return new Totals(queries, (long) failures, (long) retries, (long) slow,
                queries == 0 ? Duration.ZERO : Duration.ofNanos((long) (nanos / queries)),
                new Percentiles(BUCKETS, atMost, queries));
    }

    /** The meters of one operation. */
    private record OperationMeters(Timer time, Counter failures, Counter retries, Counter slow) {}

    /**
     * Sums over all operations.
     *
     * @param queries units that ended
     * @param failures those that ended in trouble of storage
     * @param retries tries after the first
     * @param slow statements slower than their limit
     * @param average mean time of a unit
     * @param percentiles the distribution of times
     */
    public record Totals(long queries, long failures, long retries, long slow, Duration average,
            Percentiles percentiles) {}
}
