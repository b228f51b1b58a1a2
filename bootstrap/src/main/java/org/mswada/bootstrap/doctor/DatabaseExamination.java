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
import org.mswada.domain.storage.StorageException;
import org.mswada.migrations.MigrationFailed;
import org.mswada.support.embeddedpostgres.EmbeddedPostgresException;

/** Whether the database is well, and what was meant. */
final class DatabaseExamination implements Examination {
    private static final String SUBJECT = "database";
    private static final String ALIGNMENT = "alignment";

    private final ServerConfig config;

    DatabaseExamination(ServerConfig config) {
        this.config = config;
    }

    @Override
    public String subject() {
        return SUBJECT;
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
            return List.of(state, alignment(access.get()));
        }
    }

    /** What keeps it from being compared is a finding beside the others. */
    private static Diagnosis alignment(DatabaseAccess access) {
        try {
            return alignment(new AlignmentCheck(access, talk -> {}).run());
        } catch (StorageException | MigrationFailed | EmbeddedPostgresException e) {
            return Diagnosis.failed(ALIGNMENT, "could not be compared", String.valueOf(e.getMessage()));
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
        long drift = count(report, Finding.Severity.DRIFT);
        long pending = count(report, Finding.Severity.PENDING);
        long warnings = report.findings().size() - drift - pending;
        String found = "PostgreSQL " + report.serverVersion() + ": " + drift + " drift, " + pending + " pending, "
                + warnings + " warnings";
        String remedy = "'mswada db verify-alignment' names each and what to do.";
        if (drift > 0) {
            return Diagnosis.failed(ALIGNMENT, found, remedy);
        }
        return pending + warnings > 0
                ? Diagnosis.warning(ALIGNMENT, found, remedy)
                : Diagnosis.ok(ALIGNMENT, found);
    }

    private static long count(AlignmentReport report, Finding.Severity severity) {
        return report.findings().stream().filter(finding -> finding.severity() == severity).count();
    }
}
