package org.mswada.db.service;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.mswada.db.health.AlertRule;
import org.mswada.db.health.HealthMonitor;

/** How many alerts there are, for whoever wakes people. Read when somebody looks. */
final class AlertMeters {
    private AlertMeters() {}

    static void register(HealthMonitor monitor, MeterRegistry registry) {
        for (AlertRule rule : AlertRule.values()) {
            Gauge.builder("mswada.db.alerts", monitor, asked -> count(asked, rule))
                    .description("Alerts that are not over, acknowledged ones too")
                    .tag("rule", rule.name().toLowerCase(Locale.ROOT)).register(registry);
        }
    }

    private static double count(HealthMonitor monitor, AlertRule rule) {
        return monitor.alerts().stream().filter(alert -> alert.rule() == rule).count();
    }
}
