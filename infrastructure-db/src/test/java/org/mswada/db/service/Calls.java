package org.mswada.db.service;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** How calls ended, by the name of what they threw or {@link #DONE}, and how long each took. Safe for many threads. */
final class Calls {
    static final String DONE = "done";
    private static final Duration BETWEEN_CALLS = Duration.ofMillis(1);

    private final Map<String, Queue<Long>> nanosByOutcome = new ConcurrentHashMap<>();

    /** One call, by its number from 0. */
    @FunctionalInterface
    interface Call {
        void run(int number) throws Throwable;
    }

    /** Calls so often, on so many virtual threads at once. */
    static Calls run(int callers, int times, Call call) throws InterruptedException {
        Calls calls = new Calls();
        AtomicInteger next = new AtomicInteger();
        join(start(callers, () -> {
            for (int number = next.getAndIncrement(); number < times; number = next.getAndIncrement()) {
                calls.time(number, call);
            }
        }));
        return calls;
    }

    /** Calls again and again on so many virtual threads until it is stopped. */
    Running keep(int callers, Call call) {
        AtomicBoolean stopped = new AtomicBoolean();
        AtomicInteger next = new AtomicInteger();
        return new Running(stopped, start(callers, () -> {
            while (!stopped.get()) {
                time(next.getAndIncrement(), call);
                // One that is refused at once must leave its carrier to the others.
                LockSupport.parkNanos(BETWEEN_CALLS.toNanos());
            }
        }));
    }

    /** Calls once, on this thread. */
    void once(Runnable call) {
        time(0, _ -> call.run());
    }

    private static List<Thread> start(int callers, Runnable body) {
        List<Thread> threads = new ArrayList<>();
        for (int caller = 0; caller < callers; caller++) {
            threads.add(Thread.startVirtualThread(body));
        }
        return threads;
    }

    private static void join(List<Thread> threads) throws InterruptedException {
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void time(int number, Call call) {
        long start = System.nanoTime();
        String outcome = DONE;
        try {
            call.run(number);
        } catch (Throwable e) {
            outcome = e.getClass().getSimpleName();
        }
        nanosByOutcome.computeIfAbsent(outcome, _ -> new ConcurrentLinkedQueue<>()).add(System.nanoTime() - start);
    }

    /** How often each outcome occurred. */
    Map<String, Integer> outcomes() {
        Map<String, Integer> counts = new TreeMap<>();
        nanosByOutcome.forEach((outcome, nanos) -> counts.put(outcome, nanos.size()));
        return counts;
    }

    int count(String outcome) {
        return outcomes().getOrDefault(outcome, 0);
    }

    int count() {
        return outcomes().values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The time within which this share of all calls ended. */
    Duration percentile(double share) {
        List<Long> sorted = nanosByOutcome.values().stream().flatMap(Queue::stream).sorted().toList();
        return Duration.ofNanos(sorted.get((int) Math.min(sorted.size() - 1, Math.round(share * sorted.size()))));
    }

    @Override
    public String toString() {
        return outcomes().toString();
    }

    /** Callers at work. */
    record Running(AtomicBoolean stopped, List<Thread> threads) implements AutoCloseable {
        @Override
        public void close() {
            stopped.set(true);
            try {
                join(threads);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
