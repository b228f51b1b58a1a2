package org.mswada.db.execution;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DefaultConfiguration;
import org.mswada.db.connection.ConnectionPool;

/** Runs units of work on one node through the {@link PolicyStack}. Safe for use by many threads. */
public final class UnitRunner implements AutoCloseable {
    private final Gate gate = new Gate();
    private final CircuitBreaker breaker;
    private final FairPermit permits;
    private final Attempts attempts;
    private final Policy stack;
    private final DeadlineWatch watch;
    private final PermitReaper reaper = PermitReaper.start();
    private final Tick tick;
    private final ExecutorService blocking = Executors.newVirtualThreadPerTaskExecutor();

    /** Runs units on the node that {@code pool} leads to, which has no replicas. */
    public UnitRunner(String node, ConnectionPool pool, ExecutionLimits limits, DatabaseMeters meters,
            StatementListener statements) {
        this(node, pool, limits, meters, statements, WalPositions.NONE);
    }

    /** Runs units on the node that {@code pool} leads to, and whose positions are {@code positions}. */
    public UnitRunner(String node, ConnectionPool pool, ExecutionLimits limits, DatabaseMeters meters,
            StatementListener statements, WalPositions positions) {
        this.breaker = CircuitBreaker.of(node, breakerConfig());
        this.permits = new FairPermit(pool.maximumPoolSize(), limits.maximumWaiting(), System::nanoTime);
        this.attempts = new Attempts(pool.maximumPoolSize());
        this.watch = new DeadlineWatch(attempts, System::nanoTime, blocking);
        this.stack = PolicyStack.over(
                new PolicyStack.NodeParts(node, pool, permits, breaker, new DefaultConfiguration()
                        .set(SQLDialect.POSTGRES).set(new NoTransactionsOfJooq())
                        .set(new Settings().withExecuteLogging(false).withAttachRecords(false)
                                .withFetchWarnings(false)), positions),
                new PolicyStack.SharedParts(gate, RetryBudget.withHeadStart(System::nanoTime),
                        new BackOff(new SecureRandom()),
                        Sleeper.REAL, watch, meters, statements));
        reaper.watch(permits);
        this.tick = Tick.every(DeadlineWatch.TICK, List.of(watch, this::refuseWaitingWhileOpen));
    }

    private static CircuitBreakerConfig breakerConfig() {
        return CircuitBreakerConfig.custom()
                .slidingWindow(ExecutionLimits.BREAKER_WINDOW, ExecutionLimits.BREAKER_MINIMUM,
                        SlidingWindowType.COUNT_BASED)
                .failureRateThreshold(ExecutionLimits.BREAKER_FAILURE_PERCENT)
                .permittedNumberOfCallsInHalfOpenState(ExecutionLimits.BREAKER_HALF_OPEN_CALLS)
                .maxWaitDurationInHalfOpenState(ExecutionLimits.BREAKER_HALF_OPEN_LIMIT)
                .waitDurationInOpenState(ExecutionLimits.BREAKER_OPEN_LIMIT)
                .automaticTransitionFromOpenToHalfOpenEnabled(true)
                .build();
    }

    /**
     * Runs a unit.
     *
     * @throws UnitFailure for trouble of storage
     * @throws IllegalStateException inside another unit
     */
    public <T> T run(Unit<T> unit) {
        InFlight outer = attempts.of(Thread.currentThread());
        if (outer != null) {
            throw new IllegalStateException("unit '" + unit.operation.name() + "' was opened inside unit '"
                    + outer.operation.name() + "': pass the session on instead");
        }
        return stack.run(unit);
    }

    /**
     * Those who wait for the node's permits would only find the circuit open. Asked each tick, for a consumer of the
     * breaker's events would make it build one, with the time of day, for every unit that succeeds.
     */
    private void refuseWaitingWhileOpen() {
        if (permits.waiting() > 0 && breaker.getState() == State.OPEN) {
            permits.refuseWaiting();
        }
    }

    /** Returns the node's circuit breaker. */
    public CircuitBreaker breaker() {
        return breaker;
    }

    /** Returns how many units wait for a connection. */
    public int waiting() {
        return permits.waiting();
    }

    /**
     * Lets no more units in and waits until those inside have ended. Those that have not within the limit are stopped, on
     * the server too, which takes a second at most; a COMMIT under way is left alone for that time.
     *
     * @return how many were still running then
     */
    public long drain(Duration limit) {
        if (gate.close(limit) == 0) {
            return 0;
        }
        watch.stopAll();
        permits.refuseWaiting();
        return gate.close(DeadlineWatch.CANCEL_GRACE);
    }

    @Override
    public void close() {
        gate.close(Duration.ZERO);
        tick.close();
        reaper.close();
        blocking.shutdown();
    }

    @Override
    public String toString() {
        return stack.toString();
    }
}
