package org.mswada.db.connection;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * The pool's own breaker: whether connections can be opened, which is another matter than whether units succeed on those
 * that are open. Open after {@value #FAILURES_THAT_OPEN} failures in a row, closed by the next connection that opens; the
 * pool goes on trying by itself, so there is nothing to let through when half open. Safe for use by many threads.
 */
public final class AcquisitionBreaker {
    /** How many attempts in a row must fail. */
    public static final int FAILURES_THAT_OPEN = 3;

    private final LongAdder opened = new LongAdder();
    private final LongAdder openingNanos = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final AtomicInteger failuresInARow = new AtomicInteger();
    private volatile @Nullable String lastFailure;

    AcquisitionBreaker() {}

    void opened(Duration took) {
        opened.increment();
        openingNanos.add(took.toNanos());
        failuresInARow.set(0);
    }

    void failed(SQLException failure) {
        failed.increment();
        lastFailure = failure.getMessage();
        failuresInARow.incrementAndGet();
    }

    /** Returns why no connection can be opened, in words of the server or the driver; empty while the breaker is closed. */
    public Optional<String> trouble() {
        return failuresInARow.get() < FAILURES_THAT_OPEN ? Optional.empty() : Optional.ofNullable(lastFailure);
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
