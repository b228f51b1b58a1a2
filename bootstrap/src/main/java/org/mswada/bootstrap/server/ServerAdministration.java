package org.mswada.bootstrap.server;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mswada.db.health.Alert;
import org.mswada.db.health.AlertRule;
import org.mswada.db.health.HealthHistory;
import org.mswada.db.service.DatabaseMetrics;
import org.mswada.db.service.DatabaseService;
import org.mswada.db.service.HealthCheckResult;
import org.mswada.db.service.SlowStatement;
import org.mswada.http.admin.Administration;

/** What the admin port shows of the server. */
final class ServerAdministration implements Administration {
    private final DatabaseService database;
    private final Lifecycle lifecycle;
    private final PrometheusMeterRegistry registry;

    ServerAdministration(DatabaseService database, Lifecycle lifecycle, PrometheusMeterRegistry registry) {
        this.database = database;
        this.lifecycle = lifecycle;
        this.registry = registry;
    }

    @Override
    public String metrics() {
        return registry.scrape();
    }

    @Override
    public Object health() {
        Lifecycle.Status status = lifecycle.status();
        return new HealthView(status.uptime().toMillis(),
                status.components().stream()
                        .map(each -> new ComponentView(each.name(), label(each.state()), each.since(), each.trouble()))
                        .toList(),
                DatabaseView.of(database.healthCheck(), database.metrics(), database.monitor().history()),
                database.monitor().alerts().stream().map(AlertView::of).toList(),
                database.slowStatements().stream().map(SlowView::of).toList());
    }

    @Override
    public Optional<Object> acknowledge(String rule, String subject, String by) {
        return Arrays.stream(AlertRule.values()).filter(each -> label(each).equals(rule)).findFirst()
                .flatMap(each -> database.monitor().acknowledge(each, subject, by)).map(AlertView::of);
    }

    static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** All of it. */
    private record HealthView(long uptimeMillis, List<ComponentView> components, DatabaseView database,
            List<AlertView> alerts, List<SlowView> slowStatements) {}

    /** Something that a person should look at. */
    private record AlertView(String rule, String subject, Instant since, String words,
            @Nullable String acknowledgedBy, @Nullable Instant acknowledgedAt) {
        static AlertView of(Alert alert) {
            Alert.Acknowledgement seen = alert.acknowledgement();
            return new AlertView(label(alert.rule()), alert.subject(), alert.since(), alert.words(),
                    seen == null ? null : seen.by(), seen == null ? null : seen.at());
        }
    }

    /** A component of the lifecycle. */
    private record ComponentView(String name, String state, Instant since, @Nullable String trouble) {}

    /** The database. */
    private record DatabaseView(String status, List<String> issues, String role, String circuit, double latencyMillis,
            int poolSize, int activeConnections, int availableConnections, int waitingUnits, long queries,
            long failures, long retries, long rerouted, long slow, double averageMillis, double p50Millis,
            double p95Millis, double p99Millis, List<DatabaseServerView> servers) {
        static DatabaseView of(HealthCheckResult health, DatabaseMetrics metrics, HealthHistory history) {
            return new DatabaseView(label(health.status()), health.issues(), label(health.role()),
                    label(health.circuit()), millis(health.latency()), health.poolSize(), metrics.pool().active(),
                    health.availableConnections(), metrics.waiting(), metrics.queries(), metrics.failures(),
                    metrics.retries(), metrics.rerouted(), metrics.slow(), millis(metrics.average()),
                    millis(metrics.p50()), millis(metrics.p95()), millis(metrics.p99()),
                    health.servers().stream().map(
                            server -> DatabaseServerView.of(server, history.of(server.status().name()))).toList());
        }
    }

    /** A statement that took longer than it should. */
    private record SlowView(String operation, String node, String sql, double millis, long rows, Instant endedAt) {
        static SlowView of(SlowStatement slow) {
            return new SlowView(slow.operation(), slow.node(), slow.text(),
                    ServerAdministration.millis(slow.duration()),
                    slow.rows(), slow.endedAt());
        }
    }

    static double millis(Duration time) {
        return time.toNanos() / 1e6;
    }
}
