package org.mswada.bootstrap.server;

import java.util.function.Consumer;
import org.mswada.bootstrap.config.ServerConfig;
import org.mswada.db.connection.DatabaseConfig;
import org.mswada.db.execution.ExecutionLimits;
import org.mswada.db.service.DatabaseServices;
import org.mswada.db.validation.DatabaseValidation;
import org.mswada.db.validation.ValidationReport;

/** Validates the data layer as this server would run it, on the database that it would use. */
public final class ValidationRun {
    private final ServerConfig config;
    private final DatabaseConfig database;
    private final Consumer<String> talk;

    /** Will look at this database, and tell what it is doing. */
    public ValidationRun(ServerConfig config, DatabaseAccess access, Consumer<String> talk) {
        this.config = config;
        this.database = access.server();
        this.talk = talk;
    }

    /** Measures; nothing is stored. */
    public ValidationReport run() throws InterruptedException {
        ExecutionLimits limits = new ExecutionLimits(config.database().maximumWaiting());
        ValidationReport report = new DatabaseValidation(database, ProxyValidationLine::new,
                (detour, registry) -> DatabaseServices.open(detour, limits, detour.slowLimit(), registry), talk).run();
        talk.accept("measuring one DatabaseService and pool sizes ...");
        return report.with(new ComponentValidation(database, limits, config.environment(),
                DaggerServerComponent.factory()).run());
    }
}
