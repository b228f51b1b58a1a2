package org.mswada.db.execution;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.mswada.domain.storage.Operation;

/** The meters of the data layer, made once for each operation and then held. Safe for use by many threads. */
public final class DatabaseMeters {
    private static final int NANO_DIGITS = 9;

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
        found.histogram.record(nanos);
        if (failed) {
            found.failures.increment();
        }
    }

    void retried(Operation operation) {
        of(operation).retries.increment();
    }

    void rerouted(Operation operation) {
        of(operation).rerouted.increment();
    }

    void leaked(Operation operation) {
        of(operation).leaks.increment();
    }

    void reset(Operation operation) {
        of(operation).resets.increment();
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
                        .register(registry),
                histogram(name), counter("mswada.db.failures", "Units that ended in trouble of storage", name),
                counter("mswada.db.retries", "Tries after the first", name),
                counter("mswada.db.rerouted", "Reads that failed on a replica and ran elsewhere at once", name),
                counter("mswada.db.leaks",
                        "Units that left a transaction open or kept a connection past their deadline",
                        name),
                counter("mswada.db.resets", "Units with SQL of their own, whose connection was reset after them", name),
                counter("mswada.db.slow", "Statements slower than their limit", name));
    }

    private Histogram histogram(String operation) {
        Histogram histogram = new Histogram();
        for (int bound = 0; bound < Histogram.BOUNDS.size(); bound++) {
            int number = bound;
            FunctionCounter.builder("mswada.db.units.within", histogram, counted -> counted.atMost(number))
                    .description("Units of work that took at most le seconds").tag("operation", operation)
                    .tag("le", upperBound(bound))
                    .register(registry);
        }
        return histogram;
    }

    /** In seconds; the last counts the longest too, and histogram_quantile needs one that says so. */
    private static String upperBound(int bound) {
        return bound == Histogram.BOUNDS.size() - 1
                ? "+Inf"
                : BigDecimal.valueOf(Histogram.BOUNDS.get(bound).toNanos(), NANO_DIGITS).toPlainString();
    }

    private Counter counter(String meter, String description, String operation) {
        return Counter.builder(meter).description(description).tag("operation", operation).register(registry);
    }

    /** Returns the sums over all operations. */
    public Totals totals() {
        long queries = 0;
        double nanos = 0;
        long[] atMost = new long[Histogram.BOUNDS.size()];
        double failures = 0;
        double retries = 0;
        double rerouted = 0;
        double slow = 0;
        for (OperationMeters each : new ArrayList<>(meters.values())) {
            queries += each.time.count();
            nanos += each.time.totalTime(TimeUnit.NANOSECONDS);
            for (int bound = 0; bound < atMost.length; bound++) {
                atMost[bound] += each.histogram.atMost(bound);
            }
            failures += each.failures.count();
            retries += each.retries.count();
            rerouted += each.rerouted.count();
            slow += each.slow.count();
        }
        return new Totals(queries, (long) failures, (long) retries, (long) rerouted, (long) slow,
                queries == 0 ? Duration.ZERO : Duration.ofNanos((long) (nanos / queries)),
                new Percentiles(Histogram.BOUNDS, atMost, atMost[atMost.length - 1]));
    }

    /** The meters of one operation. */
    private record OperationMeters(Timer time, Histogram histogram, Counter failures, Counter retries,
            Counter rerouted, Counter leaks, Counter resets, Counter slow) {}

    /**
     * Sums over all operations.
     *
     * @param queries units that ended
     * @param failures those that ended in trouble of storage
     * @param retries tries after the first
     * @param rerouted reads that failed on a replica and ran elsewhere at once
     * @param slow statements slower than their limit
     * @param average mean time of a unit
     * @param percentiles the distribution of times
     */
    public record Totals(long queries, long failures, long retries, long rerouted, long slow, Duration average,
            Percentiles percentiles) {}
}
