package org.mswada.db.service;

import java.util.List;
import org.mswada.db.connection.PoolListener;
import org.mswada.db.connection.PoolRole;
import org.mswada.db.connection.ServerPools;
import org.mswada.db.execution.UnitRunner;
import org.mswada.db.health.CircuitProbing;
import org.mswada.db.health.ClusterView;
import org.mswada.db.health.Epoch;
import org.mswada.db.health.ProbeListener;
import org.mswada.db.health.ProbeResult;

/** What follows from each answer of a server's probe: for the view of all servers, its pools, its circuits, and who waits. */
final class ServerWatch implements ProbeListener {
    private final int place;
    private final ServerPools pools;
    private final ClusterView view;
    private final UnitRunner runner;
    private final List<CircuitProbing> circuits;

    ServerWatch(int place, ServerPools pools, ClusterView view, UnitRunner runner) {
        this.place = place;
        this.pools = pools;
        this.view = view;
        this.runner = runner;
        this.circuits = List.of(new CircuitProbing(runner.node(place, PoolRole.READ).breaker()),
                new CircuitProbing(runner.node(place, PoolRole.WRITE).breaker()));
    }

    @Override
    public void probed(ProbeResult result) {
        Epoch before = view.epoch(place);
        view.observed(place, result);
        Epoch now = view.epoch(place);
        if (before != null && now != null && !now.equals(before)) {
            pools.renew(now.inRecovery(), words(before, now));
        }
        if (view.writer() == place) {
            pools.takesWrites();
        } else if (view.primary() != place) {
            // Also what a unit opened that came here a moment too late.
            pools.takesNoWrites("it is not written to");
        }
        if (result.reachable()) {
            pools.reachable();
        } else {
            pools.unreachable(String.valueOf(result.trouble()));
        }
        circuits.forEach(circuit -> circuit.probed(result));
        runner.learned();
    }

    private static String words(Epoch before, Epoch now) {
        if (!now.systemIdentifier().equals(before.systemIdentifier())) {
            return "it is a server of another database cluster, " + now.systemIdentifier();
        }
        if (now.inRecovery() != before.inRecovery()) {
            return now.inRecovery() ? "it is a standby now" : "it was promoted, to timeline " + now.timeline();
        }
        return now.postmasterStart().equals(before.postmasterStart())
                ? "it is on timeline " + now.timeline() + " now"
                : "it was started again at " + now.postmasterStart();
    }

    /** Returns what the pools of this server tell. */
    PoolListener ofPools(ServerProbes probes) {
        return new PoolListener() {
            @Override
            public void unreachable() {
                probes.wake(place);
            }

            @Override
            public void connected() {
                view.connected(place);
            }
        };
    }
}
