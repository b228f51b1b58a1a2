package org.mswada.db.execution;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.mswada.db.connection.MonitoredPool;
import org.mswada.db.connection.PoolRole;

/** A pool of a server, and what happens around a unit that runs on it. Safe for use by many threads. */
public final class Node {
    /** Of a pool that can open no connection, by reads that could run elsewhere; each waits for one slice of its time. */
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);

    private final String server;
    private final int place;
    private final PoolRole role;
    private final MonitoredPool pool;
    private final FairPermit permits;
    private final Attempts attempts;
    private final CircuitBreaker breaker;
    private final AtomicLong nextTry = new AtomicLong(System.nanoTime());

    Node(String server, int place, PoolRole role, MonitoredPool pool, ExecutionLimits limits) {
        this.server = server;
        this.place = place;
        this.role = role;
        this.pool = pool;
        this.permits = new FairPermit(pool.maximumPoolSize(), limits.maximumWaiting(), System::nanoTime);
        this.attempts = new Attempts(pool.maximumPoolSize());
        this.breaker = CircuitBreaker.of(server + " (" + role.label() + ")", ExecutionLimits.breaker());
        rehearse(breaker);
    }

    /**
     * Loads the class of each of its states. Loaded at the first outage, they would reach virtual threads that are waiting for
     * an answer in code that was compiled for the only state known before, and that some JDKs run on when an exception ends
     * the wait (JDK-8389310): who is to be told that the server is gone would be told of an IncompatibleClassChangeError.
     */
    private static void rehearse(CircuitBreaker breaker) {
        breaker.transitionToOpenState();
        breaker.transitionToHalfOpenState();
        breaker.transitionToClosedState();
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
     * Returns whether a read that may run elsewhere may run here: not where there is no connection and none can be opened,
     * but for one now and then, without which nobody would see that there is one again.
     */
    boolean isWorthATry(long now) {
        if (isOpen()) {
            return false;
        }
        if (!pool.hasNone()) {
            return true;
        }
        long due = nextTry.get();
        return now - due >= 0 && nextTry.compareAndSet(due, now + BETWEEN_TRIES.toNanos());
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
