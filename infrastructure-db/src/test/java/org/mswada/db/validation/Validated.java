package org.mswada.db.validation;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import org.mswada.db.connection.DatabaseConfig;
import org.mswada.db.execution.ExecutionLimits;
import org.mswada.db.service.DatabaseService;
import org.mswada.db.service.DatabaseServices;
import org.mswada.support.testdatabase.TestDatabase;

/** Runs checks on a database, with services built well or wrongly. */
final class Validated {
    static final Duration SLOW_LIMIT = Duration.ofMillis(200);

    private Validated() {}

    static DatabaseConfig config(TestDatabase database) {
        return new DatabaseConfig(database.jdbcUrl(), database.user(), database.password(), 2, 10, SLOW_LIMIT);
    }

    /** As the server does. */
    static DatabaseService well(DatabaseConfig config, MeterRegistry registry) {
        return DatabaseServices.open(config, ExecutionLimits.DEFAULT, config.slowLimit(), registry);
    }

    static ValidationReport all(DatabaseConfig config) throws InterruptedException {
        return new DatabaseValidation(config, ProxyLine::new, Validated::well, nobodyListens -> {}).run();
    }

    /** Runs one check over services that are opened in this way. */
    static ValidationLine one(Check check, DatabaseConfig config, ServiceOpener services) throws InterruptedException {
        return new DatabaseValidation(config, ProxyLine::new, services, nobodyListens -> {}, List.of(check)).run()
                .lines().getFirst();
    }
}
