package org.mswada.db.connection;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The pool's own breaker: whether connections can be opened, which is another matter than whether units succeed on those
 * that are open. Open after {@value #FAILURES_THAT_OPEN} failures in a row; closed by the next connection that opens, or
 * when none was tried for a while, for then nobody knows. The pool tries as long as somebody needs one, so there is nothing
 * to let through when half open. Safe for use by many threads.
 */
public final class AcquisitionBreaker {
    /** How many attempts in a row must fail. */
    public static final int FAILURES_THAT_OPEN = 3;

    /** Twice the longest pause of HikariCP between two attempts. */
    static final Duration MEMORY = Duration.ofSeconds(10);

    private final LongSupplier nanoTime;
    private final LongAdder opened = new LongAdder();
    private final LongAdder openingNanos = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final AtomicInteger failuresInARow = new AtomicInteger();
    private volatile @Nullable String lastFailure;
    private volatile long lastFailureNanos;

    AcquisitionBreaker(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    void opened(Duration took) {
        opened.increment();
        openingNanos.add(took.toNanos());
        failuresInARow.set(0);
    }

    void failed(SQLException failure) {
        failed.increment();
        lastFailure = failure.getMessage();
        lastFailureNanos = nanoTime.getAsLong();
        failuresInARow.incrementAndGet();
    }

    /** Returns why no connection can be opened, in words of the server or the driver; empty while the breaker is closed. */
    public Optional<String> trouble() {
        return isOpen() ? Optional.ofNullable(lastFailure) : Optional.empty();
    }

    boolean isOpen() {
        return failuresInARow.get() >= FAILURES_THAT_OPEN
                && nanoTime.getAsLong() - lastFailureNanos < MEMORY.toNanos();
    }

    int failuresInARow() {
        return failuresInARow.get();
    }

    /** Returns how many connections were opened since the start. */
    public long openedCount() {
        return opened.sum();
    }

    /** Returns how long opening them took, all together. */
    public Duration openingTime() {
        return Duration.ofNanos(openingNanos.sum());
    }

    /** Returns how many connections could not be opened since the start. */
    public long failedCount() {
        return failed.sum();
    }
}
