package org.mswada.bootstrap.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mswada.db.connection.DatabaseConfig;

/** Reads the configuration from environment variables and gathers every problem before it gives up. */
public final class ConfigReader {
    private static final String PREFIX = "MSWADA_";
    private static final Set<String> KNOWN = Set.of("MSWADA_ENV", "MSWADA_HTTP_HOST", "MSWADA_HTTP_PORT",
            "MSWADA_ADMIN_PORT",
            "MSWADA_DB_URL", "MSWADA_DB_USER", "MSWADA_DB_PASSWORD", "MSWADA_DATA_DIR");
    /** Read by the launcher and by tests, or set by Kubernetes for a service that is called mswada. */
    private static final Pattern OF_OTHERS = Pattern.compile(
            "MSWADA_(JAVA_OPTIONS|JDK_FOLDERS|REAL_DATA|TEST_.*|SERVICE_HOST|SERVICE_PORT.*|PORT|PORT_[0-9]+_.*)");
    private static final String LOOPBACK = "127.0.0.1";
    private static final String EVERY_INTERFACE = "0.0.0.0";
    private static final int DEFAULT_HTTP_PORT = 8080;
    private static final int DEFAULT_ADMIN_PORT = 8081;
    private static final int HIGHEST_PORT = 65_535;
    private static final int DEFAULT_MINIMUM_IDLE = 2;
    private static final int DEFAULT_MAXIMUM_POOL_SIZE = 10;

    private final Map<String, String> variables;
    private final List<String> problems = new ArrayList<>();

    private ConfigReader(Map<String, String> variables) {
        this.variables = variables;
    }

    /**
     * Reads the configuration.
     *
     * @throws InvalidConfig if anything in it cannot be used
     */
    public static ServerConfig read(Map<String, String> variables) throws InvalidConfig {
        return new ConfigReader(variables).read();
    }

    private ServerConfig read() throws InvalidConfig {
        refuseUnknown();
        Environment environment = environment();
        int httpPort = port("MSWADA_HTTP_PORT", DEFAULT_HTTP_PORT);
        int adminPort = port("MSWADA_ADMIN_PORT", DEFAULT_ADMIN_PORT);
        if (httpPort == adminPort && httpPort != 0) {
            problems.add("MSWADA_HTTP_PORT and MSWADA_ADMIN_PORT are both " + httpPort + ": give them different ports");
        }
        DatabaseConfig database = database(environment);
        if (database == null && environment != Environment.DEVELOPMENT && variables.get("MSWADA_DB_URL") == null) {
            problems.add("MSWADA_DB_URL is not set: " + environment.label()
                    + " needs a database of yours; only development starts an embedded one");
        }
        if (!problems.isEmpty()) {
            throw new InvalidConfig(problems);
        }
        String host = variables.getOrDefault("MSWADA_HTTP_HOST",
                environment == Environment.DEVELOPMENT ? LOOPBACK : EVERY_INTERFACE);
        return new ServerConfig(environment, host, httpPort, adminPort, database,
                Path.of(variables.getOrDefault("MSWADA_DATA_DIR", ".mswada")));
    }

    private void refuseUnknown() {
        for (String name : new TreeSet<>(variables.keySet())) {
            if (name.startsWith(PREFIX) && !KNOWN.contains(name) && !OF_OTHERS.matcher(name).matches()) {
                problems.add(name + " is not a setting: unset it, or use one of "
                        + String.join(", ", new TreeSet<>(KNOWN)));
            }
        }
    }

    private Environment environment() {
        String value = variables.getOrDefault("MSWADA_ENV", Environment.DEVELOPMENT.label());
        for (Environment environment : Environment.values()) {
            if (environment.label().equals(value)) {
                return environment;
            }
        }
        problems.add("MSWADA_ENV is '" + value + "': use one of "
                + Arrays.stream(Environment.values()).map(Environment::label).collect(Collectors.joining(", ")));
        return Environment.DEVELOPMENT;
    }

    private int port(String name, int defaultPort) {
        String value = variables.get(name);
        if (value == null) {
            return defaultPort;
        }
        try {
            int port = Integer.parseInt(value);
            if (port >= 0 && port <= HIGHEST_PORT) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            // Reported below, as a number out of range is.
        }
        problems.add(name + " is '" + value + "': use a number from 0 (any free port) to " + HIGHEST_PORT);
        return defaultPort;
    }

    private @Nullable DatabaseConfig database(Environment environment) {
        String url = variables.get("MSWADA_DB_URL");
        if (url == null) {
            for (String credential : new String[]{"MSWADA_DB_USER", "MSWADA_DB_PASSWORD"}) {
                if (variables.containsKey(credential)) {
                    problems.add(credential + " is set, but MSWADA_DB_URL is not: set both, or neither");
                }
            }
            return null;
        }
        try {
            DatabaseUrl parsed = DatabaseUrl.parse(url);
            return new DatabaseConfig(parsed.jdbcUrl(), credential("MSWADA_DB_USER", parsed.user()),
                    credential("MSWADA_DB_PASSWORD", parsed.password()), DEFAULT_MINIMUM_IDLE,
                    DEFAULT_MAXIMUM_POOL_SIZE, environment.slowLimit());
        } catch (IllegalArgumentException e) {
            problems.add("MSWADA_DB_URL cannot be used: " + e.getMessage());
            return null;
        }
    }

    private String credential(String name, @Nullable String fromUrl) {
        String value = variables.getOrDefault(name, fromUrl == null ? "" : fromUrl);
        if (value.isEmpty()) {
            problems.add(name + " is not set: the database in MSWADA_DB_URL needs it");
        }
        return value;
    }
}
