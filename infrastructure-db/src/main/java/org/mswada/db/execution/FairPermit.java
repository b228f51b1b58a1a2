package org.mswada.db.execution;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * As many permits as a pool has connections, handed out in the order of asking: a permit given back goes straight to
 * the one who waits longest. Waiting has no timer of its own; {@link PermitReaper} ends the waits whose deadline has
 * passed. Safe for use by many threads.
 */
final class FairPermit {
    private final int permits;
    private final int queueLimit;
    private final LongSupplier nanoTime;

    /** Free permits, or, below zero, how many wait. While some wait it changes only under the lock. */
    private final AtomicInteger balance;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Waiter> queue = new ArrayDeque<>();

    private final HandOverPace pace = new HandOverPace();

    /** How an attempt to get a permit ended. */
    enum Result {
        /** The caller has the permit and must give it back. */
        ACQUIRED,
        /** The deadline passed. */
        TIMED_OUT,
        /** Too many wait already. */
        QUEUE_FULL,
        /** Whoever waited was sent away. */
        REFUSED,
        /** The thread was interrupted; its interrupt flag is set. */
        INTERRUPTED
    }

    /**
     * Makes a permit.
     *
     * @param permits how many may hold one at the same time
     * @param queueLimit how many may wait at most
     * @param nanoTime a clock like {@link System#nanoTime()}
     */
    FairPermit(int permits, int queueLimit, LongSupplier nanoTime) {
        if (permits < 1 || queueLimit < 0) {
            throw new IllegalArgumentException(permits + " permits and room for " + queueLimit
                    + " to wait is not possible: use at least 1 permit and no negative room");
        }
        this.permits = permits;
        this.queueLimit = queueLimit;
        this.nanoTime = nanoTime;
        this.balance = new AtomicInteger(permits);
    }

    /** Waits for a permit until {@code deadline}, a moment of the clock; may be late by one tick of the reaper. */
    Result acquire(long deadline) {
        int seen = balance.get();
        while (seen > 0) {
            if (balance.compareAndSet(seen, seen - 1)) {
                return Result.ACQUIRED;
            }
            seen = balance.get();
        }
        return isFull(seen) ? Result.QUEUE_FULL : acquireSlowly(deadline);
    }

    /** Gives a permit back. */
    void release() {
        int seen = balance.get();
        while (seen >= 0) {
            if (seen == permits) {
                throw new IllegalStateException("a permit was given back twice: release once for each ACQUIRED");
            }
            if (balance.compareAndSet(seen, seen + 1)) {
                return;
            }
            seen = balance.get();
        }
        handOver();
    }

    /** Sends all who wait away. */
    void refuseWaiting() {
        endWaiting(waiter -> true, Result.REFUSED);
    }

    /** Ends the waits whose deadline has passed. */
    void removeExpired() {
        if (waiting() == 0) {
            return;
        }
        long now = nanoTime.getAsLong();
        endWaiting(waiter -> waiter.isExpired(now), Result.TIMED_OUT);
    }

    /** Returns how many wait. */
    int waiting() {
        return Math.max(0, -balance.get());
    }

    /** Returns how many permits are out. */
    int inUse() {
        return permits - Math.max(0, balance.get());
    }

    /** Returns how long one who joins the queue now would wait: its length times the mean time between hand-overs. */
    Duration estimatedWait() {
        lock.lock();
        try {
            return queue.isEmpty() ? Duration.ZERO : pace.estimate(queue.size(), nanoTime.getAsLong());
        } finally {
            lock.unlock();
        }
    }

    private boolean isFull(int balanceSeen) {
        return balanceSeen <= -queueLimit;
    }

    private Result acquireSlowly(long deadline) {
        Waiter waiter = new Waiter(Thread.currentThread(), deadline);
        lock.lock();
        try {
            while (true) {
                int seen = balance.get();
                long now = nanoTime.getAsLong();
                if (seen <= 0 && waiter.isExpired(now)) {
                    return Result.TIMED_OUT;
                }
                if (isFull(seen)) {
                    return Result.QUEUE_FULL;
                }
                if (balance.compareAndSet(seen, seen - 1)) {
                    if (seen > 0) {
                        return Result.ACQUIRED;
                    }
                    if (seen == 0) {
                        pace.begin(now);
                    }
                    queue.add(waiter);
                    break;
                }
            }
        } finally {
            lock.unlock();
        }
        return await(waiter);
    }

    private Result await(Waiter waiter) {
        Result result = waiter.result();
        while (result == null) {
            LockSupport.park(this);
            if (Thread.interrupted()) {
                result = interrupt(waiter);
                Thread.currentThread().interrupt();
            } else {
                result = waiter.result();
            }
        }
        return result;
    }

    /** Takes an interrupted one out of the queue; if its wait has just ended otherwise, that counts. */
    private Result interrupt(Waiter waiter) {
        lock.lock();
        try {
            Result result = waiter.result();
            if (result != null) {
                return result;
            }
            queue.remove(waiter);
            balance.incrementAndGet();
            return Result.INTERRUPTED;
        } finally {
            lock.unlock();
        }
    }

    private void handOver() {
        Waiter next;
        lock.lock();
        try {
            long now = nanoTime.getAsLong();
            next = pollUnexpired(now);
            if (next != null) {
                next.end(Result.ACQUIRED);
                pace.handedOver(now);
            }
        } finally {
            lock.unlock();
        }
        if (next == null) {
            release();
        } else {
            next.wake();
        }
    }

    private @Nullable Waiter pollUnexpired(long now) {
        Waiter first = queue.poll();
        while (first != null) {
            balance.incrementAndGet();
            if (!first.isExpired(now)) {
                return first;
            }
            first.end(Result.TIMED_OUT);
            first.wake();
            first = queue.poll();
        }
        return null;
    }

    private void endWaiting(Predicate<Waiter> which, Result result) {
        List<Waiter> ended = new ArrayList<>();
        lock.lock();
        try {
            queue.removeIf(waiter -> which.test(waiter) && ended.add(waiter));
            ended.forEach(waiter -> waiter.end(result));
            balance.addAndGet(ended.size());
        } finally {
            lock.unlock();
        }
        ended.forEach(Waiter::wake);
    }

    @Override
    public String toString() {
        return permits + " permits, room for " + queueLimit + " to wait";
    }
}
