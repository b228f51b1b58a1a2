package org.mswada.support.embeddedpostgres;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * How to run a server.
 *
 * @param folder holds the data and everything else of this server; made when missing
 * @param port the TCP port, or 0 for a free one
 * @param durability what the server promises about acknowledged rows
 * @param settings server settings by name, as in postgresql.conf; they win over those of {@code durability}
 * @param deletedAtEnd whether the folder is deleted at the end, also when the JVM is killed; it must not exist yet
 */
public record EmbeddedPostgresOptions(Path folder, int port, Durability durability, Map<String, String> settings,
        boolean deletedAtEnd) {
    private static final Set<String> FIXED = Set.of("data_directory", "listen_addresses", "port",
            "unix_socket_directories", "logging_collector", "log_destination");

    /** Refuses a port that is none, and settings on which starting, finding and guarding the server rest. */
    public EmbeddedPostgresOptions {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port " + port + " is not within 0 (a free one) to 65535");
        }
        Set<String> refused = new TreeSet<>(settings.keySet());
        refused.retainAll(FIXED);
        if (!refused.isEmpty()) {
            throw new IllegalArgumentException("the settings " + refused
                    + " belong to the embedded server itself; leave them out (the port is an option of its own)");
        }
        folder = folder.toAbsolutePath().normalize();
        settings = Map.copyOf(settings);
    }

    /** Keeps durable data in the folder from one start to the next, on a free port. */
    public static EmbeddedPostgresOptions persistent(Path folder) {
        return new EmbeddedPostgresOptions(folder, 0, Durability.DURABLE, Map.of(), false);
    }

    /** Runs fast on a fresh folder below the system's temporary folder, on a free port. */
    public static EmbeddedPostgresOptions temporary() {
        Path folder = Path.of(System.getProperty("java.io.tmpdir"), "mswada-postgres-" + UUID.randomUUID());
        return new EmbeddedPostgresOptions(folder, 0, Durability.FAST, Map.of(), true);
    }

    /** Returns these options with another port. */
    public EmbeddedPostgresOptions withPort(int newPort) {
        return new EmbeddedPostgresOptions(folder, newPort, durability, settings, deletedAtEnd);
    }

    /** Returns these options with another durability. */
    public EmbeddedPostgresOptions withDurability(Durability newDurability) {
        return new EmbeddedPostgresOptions(folder, port, newDurability, settings, deletedAtEnd);
    }

    /** Returns these options with other server settings. */
    public EmbeddedPostgresOptions withSettings(Map<String, String> newSettings) {
        return new EmbeddedPostgresOptions(folder, port, durability, newSettings, deletedAtEnd);
    }
}
