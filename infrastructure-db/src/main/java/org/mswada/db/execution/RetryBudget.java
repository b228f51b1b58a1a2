package org.mswada.db.execution;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * What all units together may spend on retries: for each unit a fifth of a retry, and ten retries a second besides, saved up
 * for at most ten seconds. So retries add at most 20 % to the load, and ten a second when there is next to none. Safe for
 * use by many threads.
 */
final class RetryBudget {
    /** Credit is counted in parts, so that a fifth is a whole number. */
    private static final long RETRY = 1_000;
    private static final long DEPOSIT = RETRY / 5;
    private static final long EACH_SECOND = 10 * RETRY;
    private static final Duration SAVED_FOR = Duration.ofSeconds(10);
    private static final long MOST_EACH_SECOND = EACH_SECOND * SAVED_FOR.toSeconds();
    private static final long MOST_DEPOSITED = 1_000 * RETRY;

    private final LongSupplier nanoTime;
    private final AtomicLong deposited = new AtomicLong();
    /** When the credit of each second would be used up: never earlier than {@link #SAVED_FOR} ago. */
    private final AtomicLong spentUntil;

    RetryBudget(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.spentUntil = new AtomicLong(nanoTime.getAsLong() - Duration.ofSeconds(1).toNanos());
    }

    /** A unit begins. */
    void deposit() {
        if (deposited.get() < MOST_DEPOSITED) {
            deposited.addAndGet(DEPOSIT);
        }
    }

    /** Returns whether a retry is paid for. */
    boolean tryWithdraw() {
        return withdrawTime() || withdrawDeposit();
    }

    private boolean withdrawTime() {
        long now = nanoTime.getAsLong();
        long price = Duration.ofSeconds(1).toNanos() * RETRY / EACH_SECOND;
        while (true) {
            long seen = spentUntil.get();
            long from = Math.max(seen, now - Duration.ofSeconds(1).toNanos() * MOST_EACH_SECOND / EACH_SECOND);
            if (from + price > now) {
                return false;
            }
            if (spentUntil.compareAndSet(seen, from + price)) {
                return true;
            }
        }
    }

    private boolean withdrawDeposit() {
        while (true) {
            long seen = deposited.get();
            if (seen < RETRY) {
                return false;
            }
            if (deposited.compareAndSet(seen, seen - RETRY)) {
                return true;
            }
        }
    }

    @Override
    public String toString() {
        return "retry budget 20 % + 10/s";
    }
}
