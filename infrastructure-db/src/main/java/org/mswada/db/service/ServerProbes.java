package org.mswada.db.service;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.mswada.db.health.NodeProbe;
import org.mswada.db.health.ProbeResult;
import org.mswada.db.health.ProbeWatchdog;

/** The probes of all servers, in the order of these. Safe for use by many threads. */
public final class ServerProbes implements AutoCloseable {
    private final List<NodeProbe> probes = new CopyOnWriteArrayList<>();

    /** Adds the probe of the next server, and has it begin to ask. */
    public void start(NodeProbe probe) {
        probes.add(probe);
        probe.start();
    }

    /** Looks after those that were started, until they are closed. */
    void watch() {
        ProbeWatchdog.watch(probes);
    }

    /** Has a server asked at once; one whose probe was not started yet is asked soon anyway. */
    public void wake(int server) {
        if (server < probes.size()) {
            probes.get(server).wake();
        }
    }

    /** Returns what a server said last. */
    ProbeResult last(int server) {
        return probes.get(server).last();
    }

    @Override
    public void close() {
        probes.forEach(NodeProbe::close);
    }

    @Override
    public String toString() {
        return probes.toString();
    }
}
