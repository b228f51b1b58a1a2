package org.mswada.db.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.mswada.domain.storage.Operation;

final class HistogramTest {
    private static final Operation READ = Operation.read("test.read");

    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final DatabaseMeters meters = new DatabaseMeters(registry);

    @Test
    void each_time_is_counted_below_the_first_bound_that_it_does_not_reach() {
        Histogram histogram = new Histogram();
        for (int bound = 0; bound < Histogram.BOUNDS.size(); bound++) {
            histogram.record(Histogram.BOUNDS.get(bound).toNanos() - 1);
            assertThat(histogram.atMost(bound)).isEqualTo(bound + 1);
        }
        histogram.record(0);
        histogram.record(Long.MAX_VALUE);

        assertThat(histogram.atMost(0)).isEqualTo(2);
        assertThat(histogram.atMost(Histogram.BOUNDS.size() - 1)).isEqualTo(Histogram.BOUNDS.size() + 2);
    }

    @Test
    void percentiles_are_never_told_too_low_nor_more_than_twice_too_high() {
        for (int millis = 1; millis <= 1_000; millis++) {
            meters.ended(READ, Duration.ofMillis(millis).toNanos(), false);
        }
        Percentiles percentiles = meters.totals().percentiles();

        assertThat(percentiles.at(0.5)).isBetween(Duration.ofMillis(500), Duration.ofMillis(1_000));
        assertThat(percentiles.at(0.99)).isBetween(Duration.ofMillis(990), Duration.ofMillis(1_980));
        assertThat(meters.totals().average()).isBetween(Duration.ofMillis(500), Duration.ofMillis(501));
    }

    @Test
    void the_buckets_are_exported_for_prometheus() {
        meters.ended(READ, Duration.ofMillis(1).toNanos(), false);

        assertThat(registry.get("mswada.db.units.within").tag("operation", "test.read").tag("le", "0.000524288")
                .functionCounter().count()).isZero();
        assertThat(registry.get("mswada.db.units.within").tag("operation", "test.read").tag("le", "0.001048576")
                .functionCounter().count()).isEqualTo(1);
    }

    @Test
    void the_last_bucket_has_no_bound_and_holds_them_all() {
        meters.ended(READ, Duration.ofMinutes(10).toNanos(), false);
        meters.ended(READ, Duration.ofMillis(1).toNanos(), false);

        assertThat(registry.get("mswada.db.units.within").tag("le", "+Inf").functionCounter().count()).isEqualTo(2);
        assertThat(registry.find("mswada.db.units.within").functionCounters())
                .noneMatch(bucket -> "68.719476736".equals(bucket.getId().getTag("le")));
    }
}
