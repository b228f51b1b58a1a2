package org.mswada.support.embeddedpostgres;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A primary and its streaming standbys, for tests: each is a server of its own on temporary files, guarded as an
 * {@link EmbeddedPostgres} is, and they end with {@link #close()} or with this JVM however that ends. Safe for many
 * threads.
 */
public final class ReplicationCluster implements AutoCloseable {
    private static final Duration STANDBY_LIMIT = Duration.ofSeconds(30);

    private final Path base;
    private final Launch launch;
    private final Durability durability;
    private final Map<String, String> settings;
    private final List<ReplicatedServer> servers = new CopyOnWriteArrayList<>();

    private ReplicationCluster(Path base, Launch launch, Durability durability, Map<String, String> settings) {
        this.base = base;
        this.launch = launch;
        this.durability = durability;
        // Without a wait of its own a fast server acknowledges before its synchronous standbys have anything.
        Map<String, String> all = new HashMap<>(
                Map.of("synchronous_commit", "on", "wal_retrieve_retry_interval", "100ms"));
        all.putAll(settings);
        this.settings = Map.copyOf(all);
    }

    /**
     * Starts a primary and this many standbys that stream from it. No commit is lost with a killed server, as
     * synchronous_commit is on; only with the machine, as fsync is off.
     *
     * @throws EmbeddedPostgresException when one of them cannot be started; nothing is left then
     */
    public static ReplicationCluster start(int standbys) {
        return start(standbys, Durability.FAST, Map.of());
    }

    /** Starts them with this durability and with settings, as in postgresql.conf, that all of them get. */
    public static ReplicationCluster start(int standbys, Durability durability, Map<String, String> settings) {
        Path base = Path.of(System.getProperty("java.io.tmpdir"), "mswada-cluster-" + UUID.randomUUID());
        return start(base, Launch.detect(), standbys, durability, settings);
    }

    /** Each server has its folder beside {@code base}, so that nothing is left of it but what the guards delete. */
    static ReplicationCluster start(Path base, Launch launch, int standbys, Durability durability,
            Map<String, String> settings) {
        ReplicationCluster cluster = new ReplicationCluster(base, launch, durability, settings);
        boolean started = false;
        try {
            cluster.servers.add(new ReplicatedServer("primary", ServerStart.start(cluster.options("primary"), launch)));
            for (int number = 1; number <= standbys; number++) {
                cluster.addStandby(cluster.primary());
            }
            started = true;
            return cluster;
        } finally {
            if (!started) {
                cluster.close();
            }
        }
    }

    private EmbeddedPostgresOptions options(String name) {
        Map<String, String> named = new HashMap<>(settings);
        named.put("cluster_name", name);
        return new EmbeddedPostgresOptions(base.resolveSibling(base.getFileName() + "-" + name), 0, durability, named,
                true);
    }

    /** Returns the server that was started as the primary, whatever it has become. */
    public ReplicatedServer primary() {
        return servers.getFirst();
    }

    /** Returns a server that was started as a standby, counted from 0, whatever it has become. */
    public ReplicatedServer standby(int index) {
        return servers.subList(1, servers.size()).get(index);
    }

    /** Returns the primary, then all others. */
    public List<ReplicatedServer> servers() {
        return List.copyOf(servers);
    }

    /**
     * Starts one more standby, of this primary, and returns it once it streams.
     *
     * @throws EmbeddedPostgresException when it cannot be started or does not stream; nothing is left of it then
     */
    public synchronized ReplicatedServer addStandby(ReplicatedServer primary) {
        String name = "standby_" + servers.size();
        ReplicatedServer standby = new ReplicatedServer(name, ServerStart.start(options(name), launch, STANDBY_LIMIT,
                (folder, binaries) -> BaseBackup.take(primary, name, folder)));
        boolean streams = false;
        try {
            standby.awaitStreaming(STANDBY_LIMIT);
            servers.add(standby);
            streams = true;
            return standby;
        } finally {
            if (!streams) {
                standby.close();
            }
        }
    }

    /** Ends all of them, frozen, dead or running, and deletes their files. */
    @Override
    public synchronized void close() {
        List<RuntimeException> failures = new ArrayList<>();
        for (ReplicatedServer server : servers.reversed()) {
            try {
                server.close();
            } catch (EmbeddedPostgresException e) {
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) {
            RuntimeException first = failures.removeFirst();
            failures.forEach(first::addSuppressed);
            throw first;
        }
    }
}
