package org.mswada.bootstrap.config;

import java.nio.file.Path;
import java.time.Duration;

/**
 * All that the server is told from outside.
 *
 * @param environment where it runs
 * @param host the address to listen on, for both ports
 * @param httpPort the public API's port; 0 is any free one
 * @param adminPort the port of health and administration; 0 is any free one
 * @param drainDelay how long it says that it is not ready before it stops accepting requests
 * @param drainTimeout how long requests in flight may take to finish when it stops
 * @param database the database
 * @param auth who may sign in
 * @param dataDirectory the folder for local state
 */
public record ServerConfig(Environment environment, String host, int httpPort, int adminPort, Duration drainDelay,
        Duration drainTimeout, DatabaseSettings database, AuthSettings auth, Path dataDirectory) {}
