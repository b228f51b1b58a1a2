package org.mswada.db.connection;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** All pools: those of the configured primary, then those of the replicas. Making it waits for none of the servers. */
public final class ConnectionManager implements AutoCloseable {
    private static final String PREFIX = "mswada-";

    private final List<ServerPools> servers = new ArrayList<>();

    /** Opens the pools to read, and the one to write of the configured primary. */
    public ConnectionManager(DatabaseConfig config) {
        List<String> names = config.serverNames();
        for (int place = 0; place < names.size(); place++) {
            DatabaseConfig server = config.server(place);
            String suffix = place == 0 ? "" : "-" + names.get(place);
            servers.add(new ServerPools(names.get(place), pool(server, PoolRole.READ, suffix),
                    pool(server, PoolRole.WRITE, suffix)));
        }
        servers.getFirst().write().open();
        servers.forEach(server -> server.read().open());
    }

    private static MonitoredPool pool(DatabaseConfig server, PoolRole role, String suffix) {
        return new MonitoredPool(PREFIX + role.label() + suffix, server, role);
    }

    /** Returns the pools of each server. */
    public List<ServerPools> servers() {
        return List.copyOf(servers);
    }

    /** Returns all pools. */
    public Stream<MonitoredPool> pools() {
        return servers.stream().flatMap(server -> server.all().stream());
    }

    /** Returns how all of them together are used. */
    public MonitoredPool.Use use() {
        return pools().map(MonitoredPool::use).reduce(MonitoredPool.Use.NONE, MonitoredPool.Use::plus);
    }

    @Override
    public void close() {
        servers.forEach(ServerPools::close);
    }
}
