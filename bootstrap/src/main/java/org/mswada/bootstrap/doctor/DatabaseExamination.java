package org.mswada.bootstrap.doctor;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mswada.bootstrap.config.ServerConfig;
import org.mswada.bootstrap.server.AlignmentCheck;
import org.mswada.bootstrap.server.DatabaseAccess;
import org.mswada.bootstrap.server.HealthLook;
import org.mswada.bootstrap.server.Lifecycle;
import org.mswada.db.alignment.AlignmentReport;
import org.mswada.db.alignment.Finding;
import org.mswada.db.service.HealthCheckResult;

/** Whether the database is well, and what was meant. */
final class DatabaseExamination implements Examination {
    private static final String SUBJECT = "database";

    private final ServerConfig config;

    DatabaseExamination(ServerConfig config) {
        this.config = config;
    }

    @Override
    public List<Diagnosis> examine() {
        try (Lifecycle lifecycle = new Lifecycle()) {
            Optional<DatabaseAccess> access = DatabaseAccess.existing(config, talk -> {});
            if (access.isEmpty()) {
                return List.of(Diagnosis.ok(SUBJECT, "an embedded one, which does not run now"));
            }
            HealthCheckResult health = HealthLook.at(access.get(), lifecycle);
            Diagnosis state = state(access.get(), health);
            if (health.status() == HealthCheckResult.Status.UNHEALTHY) {
                return List.of(state);
            }
            return List.of(state, alignment(new AlignmentCheck(access.get(), talk -> {}).run()));
        }
    }

    private static Diagnosis state(DatabaseAccess access, HealthCheckResult health) {
        String found = String.format(Locale.ROOT, "%s: %s, %s, answers in %.1f ms", access.server().url(),
                health.status().name().toLowerCase(Locale.ROOT), health.role().name().toLowerCase(Locale.ROOT),
                health.latency().toNanos() / 1e6);
        String issues = String.join(" ", health.issues());
        return switch (health.status()) {
            case HEALTHY -> Diagnosis.ok(SUBJECT, found);
            case DEGRADED -> Diagnosis.warning(SUBJECT, found, issues);
            case UNHEALTHY -> Diagnosis.failed(SUBJECT, found, issues);
        };
    }

    private static Diagnosis alignment(AlignmentReport report) {
        String subject = "alignment";
        long drift = count(report, Finding.Severity.DRIFT);
        long pending = count(report, Finding.Severity.PENDING);
        long warnings = report.findings().size() - drift - pending;
        String found = "PostgreSQL " + report.serverVersion() + ": " + drift + " drift, " + pending + " pending, "
                + warnings + " warnings";
        String remedy = "'mswada db verify-alignment' names each and what to do.";
        if (drift > 0) {
            return Diagnosis.failed(subject, found, remedy);
        }
        return pending + warnings > 0
                ? Diagnosis.warning(subject, found, remedy)
                : Diagnosis.ok(subject, found);
    }

    private static long count(AlignmentReport report, Finding.Severity severity) {
        return report.findings().stream().filter(finding -> finding.severity() == severity).count();
    }
}
