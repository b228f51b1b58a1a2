package org.mswada.db.execution;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import org.mswada.db.connection.MonitoredPool;
import org.mswada.db.connection.PoolRole;

/** A pool of a server, and what happens around a unit that runs on it. Safe for use by many threads. */
public final class Node {
    private final String server;
    private final int place;
    private final PoolRole role;
    private final MonitoredPool pool;
    private final FairPermit permits;
    private final Attempts attempts;
    private final CircuitBreaker breaker;

    Node(String server, int place, PoolRole role, MonitoredPool pool, ExecutionLimits limits) {
        this.server = server;
        this.place = place;
        this.role = role;
        this.pool = pool;
        this.permits = new FairPermit(pool.maximumPoolSize(), limits.maximumWaiting(), System::nanoTime);
        this.attempts = new Attempts(pool.maximumPoolSize());
        this.breaker = CircuitBreaker.of(server + " (" + role.label() + ")", ExecutionLimits.breaker());
    }

    /** Returns what its server is called. */
    public String server() {
        return server;
    }

    /** Returns the place of its server among all. */
    int place() {
        return place;
    }

    /** Returns what it is for. */
    public PoolRole role() {
        return role;
    }

    /** Returns the pool. */
    public MonitoredPool pool() {
        return pool;
    }

    /** Returns its circuit breaker. */
    public CircuitBreaker breaker() {
        return breaker;
    }

    FairPermit permits() {
        return permits;
    }

    Attempts attempts() {
        return attempts;
    }

    /** Returns how many units wait for a connection of it. */
    public int waiting() {
        return permits.waiting();
    }

    /** Returns how many units hold or wait for a connection of it. */
    int load() {
        return permits.inUse() + permits.waiting();
    }

    boolean isOpen() {
        return breaker.getState() == CircuitBreaker.State.OPEN;
    }

    /**
     * Those who wait for the node's permits would only find the circuit open. Asked each tick, for a consumer of the
     * breaker's events would make it build one, with the time of day, for every unit that succeeds.
     */
    void refuseWaitingWhileOpen() {
        if (permits.waiting() > 0 && isOpen()) {
            permits.refuseWaiting();
        }
    }

    @Override
    public String toString() {
        return breaker.getName();
    }
}
