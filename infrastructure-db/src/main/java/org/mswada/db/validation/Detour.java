package org.mswada.db.validation;

import java.util.List;
import java.util.Properties;
import org.mswada.db.connection.DatabaseConfig;
import org.mswada.db.connection.Pools;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/** Leads the connections of a configuration through two lines: those of callers, and those of the probe. */
public final class Detour {
    static final String SEPARATOR = "-";

    private Detour() {}

    /**
     * Where a configuration leads.
     *
     * @param host a name or an address
     * @param port of TCP
     */
    public record Address(String host, int port) {}

    /** Returns where the configuration leads by itself. */
    public static Address address(DatabaseConfig config) {
        Properties parsed = Driver.parseURL(config.url(), new Properties());
        String host = parsed == null ? null : PGProperty.PG_HOST.getOrDefault(parsed);
        String port = parsed == null ? null : PGProperty.PG_PORT.getOrDefault(parsed);
        if (host == null || port == null) {
            throw new IllegalArgumentException("the database URL names no server");
        }
        return new Address(host, Integer.parseInt(port));
    }

    /** Returns whether the configuration has its own way of making sockets, which a detour would replace. */
    public static boolean isImpossible(DatabaseConfig config) {
        return config.url().contains(PGProperty.SOCKET_FACTORY.getName() + "=");
    }

    /** Returns the same configuration for these ports of 127.0.0.1 and pools of this size, without replicas. */
    public static DatabaseConfig of(DatabaseConfig config, Pools pools, int callersPort, int probePort) {
        String url = config.url() + (config.url().contains("?") ? "&" : "?") + PGProperty.SOCKET_FACTORY.getName()
                + "=" + DetourSocketFactory.class.getName() + "&" + PGProperty.SOCKET_FACTORY_ARG.getName() + "="
                + callersPort + SEPARATOR + probePort;
        return new DatabaseConfig(url, List.of(), config.user(), config.password(), pools, config.timeouts(),
                config.tls(),
                config.slowLimit());
    }
}
