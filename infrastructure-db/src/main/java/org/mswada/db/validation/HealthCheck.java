package org.mswada.db.validation;

import java.time.Duration;
import java.util.Optional;
import org.mswada.db.service.HealthCheckResult.Status;

/** Breaks the way of the probe, first audibly, then silently, and watches what the health check says. */
final class HealthCheck {
    private static final Duration NOTICED_WITHIN = Duration.ofSeconds(3);
    private static final Duration HEALTHY_WITHIN = Duration.ofSeconds(10);

    private HealthCheck() {}

    static Check check() {
        return new Check("health monitoring",
                "unhealthy within " + NOTICED_WITHIN.toSeconds() + " s when the probe's connection is cut, and when it "
                        + "falls silent; healthy again within " + HEALTHY_WITHIN.toSeconds() + " s",
                "Look whether the probe runs (a thread named probe-primary) and asks the node that the pool leads to.",
                HealthCheck::measure);
    }

    private static Measurement measure(Bench bench) {
        try (Trial trial = bench.open(0)) {
            Measurement cut = fault(trial, "cut", trial.probe()::sever);
            if (cut.verdict() != ValidationLine.Verdict.PASSED) {
                return cut;
            }
            Measurement frozen = fault(trial, "silent", trial.probe()::freeze);
            return new Measurement(frozen.verdict(), cut.text() + "; " + frozen.text());
        }
    }

    private static Measurement fault(Trial trial, String name, Runnable fault) {
        fault.run();
        Optional<Duration> noticed = Within.limit(NOTICED_WITHIN, () -> trial.health() == Status.UNHEALTHY);
        if (noticed.isEmpty()) {
            return Measurement.failed(name + ": still " + trial.health() + " after "
                    + NOTICED_WITHIN.toSeconds() + " s");
        }
        String so = name + ": unhealthy after " + Within.milliseconds(noticed.get());
        trial.probe().heal();
        Optional<Duration> healthy = Within.limit(HEALTHY_WITHIN, () -> {
            if (trial.health() == Status.UNHEALTHY) {
                return false;
            }
            // A half-open circuit is closed by units that succeed.
            trial.succeeds(Trial.READ);
            return trial.health() == Status.HEALTHY;
        });
        return healthy.map(time -> Measurement.of(true, so + ", healthy " + Within.milliseconds(time)
                + " after it was healed"))
                .orElseGet(() -> Measurement.failed(so + ", still " + trial.health() + " "
                        + HEALTHY_WITHIN.toSeconds() + " s after it was healed"));
    }
}
