package org.mswada.db.validation;

import io.micrometer.core.instrument.MeterRegistry;
import org.mswada.db.connection.DatabaseConfig;
import org.mswada.db.service.DatabaseService;

/** Opens a database service in the way that is to be proved. */
@FunctionalInterface
public interface ServiceOpener {
    /** Opens a service that counts in this registry; whoever asks for it shuts it down. */
    DatabaseService open(DatabaseConfig config, MeterRegistry registry);
}
