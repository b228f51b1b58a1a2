package org.mswada.db.service;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.mswada.db.health.ClusterView;
import org.mswada.db.health.ServerStatus;

/** What is known of each server, for whoever watches it over time. Read when somebody looks. */
final class ServerMeters {
    private ServerMeters() {}

    static void register(List<String> names, ClusterView view, MeterRegistry registry) {
        for (int place = 0; place < names.size(); place++) {
            gauge(registry, view, place, names, "mswada.db.server.up", "1 while the server answers its probe",
                    status -> status.reachable() ? 1 : 0);
            gauge(registry, view, place, names, "mswada.db.server.writer", "1 for the server that is written to",
                    status -> status.isWriter() ? 1 : 0);
            gauge(registry, view, place, names, "mswada.db.server.fit", "1 for a replica that is read",
                    status -> status.fit() ? 1 : 0);
            gauge(registry, view, place, names, "mswada.db.server.lag.seconds",
                    "How far a replica is behind; NaN where that is not known",
                    status -> status.lag().map(ServerMeters::seconds).orElse(Double.NaN));
            gauge(registry, view, place, names, "mswada.db.server.lag.bytes",
                    "How far a replica is behind; NaN where that is not known",
                    status -> status.lagBytes().isPresent() ? status.lagBytes().getAsLong() : Double.NaN);
        }
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }

    private static void gauge(MeterRegistry registry, ClusterView view, int place, List<String> names, String name,
            String description, ToDoubleFunction<ServerStatus> value) {
        Gauge.builder(name, view, known -> value.applyAsDouble(known.status(place))).description(description)
                .tag("server", names.get(place)).register(registry);
    }
}
