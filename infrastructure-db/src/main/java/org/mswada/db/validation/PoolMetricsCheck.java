package org.mswada.db.validation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Holds connections, none, one, two, and reads what the meters say meanwhile. */
final class PoolMetricsCheck {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final String ACTIVE = "hikaricp.connections.active";

    private PoolMetricsCheck() {}

    static Check check() {
        return new Check("live pool metrics",
                "hikaricp.connections.active and metrics() say 0, 1, 2 while 0, 1, 2 connections are lent",
                "Register the pool's gauges in the registry that /metrics shows (DatabaseServices.open does).",
                PoolMetricsCheck::measure);
    }

    private static Measurement measure(Bench bench) {
        try (Trial trial = bench.open(0)) {
            boolean holds = true;
            List<String> seen = new ArrayList<>();
            for (int held = 0; held <= Bench.POOL_SIZE; held++) {
                Reading reading = whileHolding(held, trial);
                holds &= reading.gauge().equals(Optional.of(held)) && reading.metrics() == held;
                seen.add(held + " lent: gauge " + reading.gauge().map(String::valueOf).orElse("not there")
                        + ", metrics() " + reading.metrics());
            }
            return Measurement.of(holds, String.join("; ", seen));
        }
    }

    private record Reading(Optional<Integer> gauge, int metrics) {}

    private static Reading whileHolding(int count, Trial trial) {
        CountDownLatch held = new CountDownLatch(count);
        CountDownLatch release = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> units = new ArrayList<>();
            for (int unit = 0; unit < count; unit++) {
                units.add(threads.submit(() -> hold(trial, held, release)));
            }
            try {
                Within.limit(LIMIT, () -> held.getCount() == 0 || units.stream().anyMatch(Future::isDone));
                return new Reading(trial.gauge(ACTIVE), trial.service().metrics().pool().active());
            } finally {
                release.countDown();
            }
        }
    }

    private static boolean hold(Trial trial, CountDownLatch held, CountDownLatch release) {
        return trial.service().read(Trial.READ, _ -> {
            held.countDown();
            return Within.limit(LIMIT, () -> release.getCount() == 0).isPresent();
        });
    }
}
