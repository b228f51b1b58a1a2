package org.mswada.db.service;

import java.util.List;
import java.util.Optional;
import org.mswada.db.connection.MonitoredPool;
import org.mswada.db.connection.PoolHistory;
import org.mswada.db.connection.PoolRole;
import org.mswada.db.execution.Node;

/**
 * How a pool of a server is.
 *
 * @param role what it is for
 * @param pool what it is called in metrics
 * @param circuit the state of its circuit
 * @param use how its connections are used
 * @param maximumPoolSize the most that may be open
 * @param waiting units that wait for one
 * @param trouble why none can be opened; empty while they can
 * @param history what became of it, the oldest first
 */
public record NodeHealth(PoolRole role, String pool, CircuitState circuit, MonitoredPool.Use use, int maximumPoolSize,
        int waiting, Optional<String> trouble, List<PoolHistory.Event> history) {
    static NodeHealth of(Node node) {
        MonitoredPool pool = node.pool();
        return new NodeHealth(node.role(), pool.toString(), CircuitState.of(node.breaker()), pool.use(),
                pool.maximumPoolSize(), node.waiting(), pool.acquisition().trouble(), pool.history());
    }

    /** Returns how many connections could be lent now, open or not. */
    public int available() {
        return Math.max(0, maximumPoolSize - use.active());
    }

    boolean hasNoConnection() {
        return use.total() == 0 && trouble.isPresent();
    }
}
