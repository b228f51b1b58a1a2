package org.mswada.db.validation;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.mswada.db.service.QueryResult;

/** Has more callers ask than a small pool has connections, and counts on the line how many are open. */
final class PoolLimitCheck {
    private static final int MINIMUM = 1;
    private static final int CALLERS = 8;
    private static final Duration FILLED_WITHIN = Duration.ofSeconds(5);
    /** More than the minimum would be opened at once. */
    private static final Duration SETTLED_AFTER = Duration.ofMillis(300);

    private final Duration filledWithin;

    private PoolLimitCheck(Duration filledWithin) {
        this.filledWithin = filledWithin;
    }

    static Check check() {
        return check(FILLED_WITHIN);
    }

    /** The same, waiting no longer than this for connections that are open for nobody. */
    static Check check(Duration filledWithin) {
        return new Check("pool limits",
                MINIMUM + " connection open for nobody, " + Bench.POOL_SIZE + " and no more for "
                        + CALLERS + " callers, of whom all are served (in a pool of " + MINIMUM + " to "
                        + Bench.POOL_SIZE + ")",
                "Build the pool with the sizes of the configuration; look whether connections break in between.",
                new PoolLimitCheck(filledWithin)::measure);
    }

    private Measurement measure(Bench bench) {
        try (Trial trial = bench.open(MINIMUM)) {
            int forNobody = openForNobody(trial);
            AtomicInteger most = new AtomicInteger();
            AtomicInteger running = new AtomicInteger();
            AtomicInteger mostRunning = new AtomicInteger();
            List<Future<Boolean>> calls;
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                calls = IntStream.range(0, CALLERS)
                        .mapToObj(_ -> threads.submit(() -> hold(trial, running, mostRunning, most))).toList();
            }
            long served = calls.stream().filter(Future::resultNow).count();
            return Measurement.of(forNobody == MINIMUM && most.get() == Bench.POOL_SIZE
                    && mostRunning.get() == Bench.POOL_SIZE && served == CALLERS,
                    "open for nobody " + forNobody + ", open at most " + most + ", running at once " + mostRunning
                            + ", served " + served + " of " + CALLERS);
        }
    }

    private int openForNobody(Trial trial) {
        Within.limit(filledWithin, () -> trial.callers().open() == MINIMUM);
        Within.limit(SETTLED_AFTER, () -> trial.callers().open() > MINIMUM);
        return trial.callers().open();
    }

    private static boolean hold(Trial trial, AtomicInteger running, AtomicInteger mostRunning, AtomicInteger most) {
        return trial.query(Trial.READ, sql -> {
            mostRunning.accumulateAndGet(running.incrementAndGet(), Math::max);
            try {
                String slept = String.valueOf(sql.fetchValue("select pg_sleep(0.1)"));
                most.accumulateAndGet(trial.callers().open(), Math::max);
                return slept;
            } finally {
                running.decrementAndGet();
            }
        }) instanceof QueryResult.Success;
    }
}
