package org.mswada.bootstrap.config;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mswada.db.connection.DatabaseConfig;

/**
 * All that the server is told from outside.
 *
 * @param environment where it runs
 * @param host the address to listen on, for both ports
 * @param httpPort the public API's port; 0 is any free one
 * @param adminPort the port of health and administration; 0 is any free one
 * @param database the database to use, or null for an embedded one, which only development may have
 * @param dataDirectory the folder for local state
 */
public record ServerConfig(Environment environment, String host, int httpPort, int adminPort,
        @Nullable DatabaseConfig database,
        Path dataDirectory) {
    /** Returns the configured database, or empty when an embedded one is to be used. */
    public Optional<DatabaseConfig> configuredDatabase() {
        return Optional.ofNullable(database);
    }
}
