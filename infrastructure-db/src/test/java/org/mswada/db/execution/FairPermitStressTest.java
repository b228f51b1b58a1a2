package org.mswada.db.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mswada.db.execution.FairPermit.Result;

/** Every way a wait can end, all at once: no permit may get lost and none may be made up. */
final class FairPermitStressTest {
    private static final int PERMITS = 10;
    private static final int THREADS = 3_000;
    private static final int QUEUE_LIMIT = 2_000;
    private static final int LONGEST_WAIT_NANOS = 60_000_000;

    private final FairPermit permit = new FairPermit(PERMITS, QUEUE_LIMIT, System::nanoTime);
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger mostInside = new AtomicInteger();
    private final Map<Result, LongAdder> results = new EnumMap<>(Result.class);
    private volatile boolean over;

    FairPermitStressTest() {
        for (Result result : Result.values()) {
            results.put(result, new LongAdder());
        }
    }

    @Test
    void no_permit_is_lost_whatever_ends_a_wait() throws InterruptedException {
        run(Duration.ofSeconds(2));
    }

    @Test
    @Tag("soak")
    void no_permit_is_lost_in_a_minute() throws InterruptedException {
        run(Duration.ofMinutes(1));
    }

    private void run(Duration time) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        try (PermitReaper reaper = PermitReaper.start()) {
            reaper.watch(permit);
            for (int seed = 0; seed < THREADS; seed++) {
                SplittableRandom random = new SplittableRandom(seed);
                threads.add(Thread.startVirtualThread(() -> askUntilOver(random)));
            }
            try {
                disturb(threads, time);
            } finally {
                over = true;
            }
            for (Thread thread : threads) {
                assertThat(thread.join(Duration.ofSeconds(30))).as("a thread that still waits").isTrue();
            }
        }
        assertThat(mostInside).hasValue(PERMITS);
        assertThat(permit.inUse()).isZero();
        assertThat(permit.waiting()).isZero();
        assertThat(results).allSatisfy((result, count) -> assertThat(count.sum()).as(result.name()).isPositive());
    }

    private void disturb(List<Thread> threads, Duration time) {
        SplittableRandom random = new SplittableRandom(THREADS);
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() - end < 0) {
            for (int count = 0; count < 20; count++) {
                threads.get(random.nextInt(THREADS)).interrupt();
            }
            if (random.nextInt(20) == 0) {
                permit.refuseWaiting();
            }
            LockSupport.parkNanos(random.nextInt(2_000_000));
        }
    }

    private void askUntilOver(SplittableRandom random) {
        while (!over) {
            Result result = permit.acquire(System.nanoTime() + random.nextInt(LONGEST_WAIT_NANOS));
            results.get(result).increment();
            if (result == Result.ACQUIRED) {
                mostInside.accumulateAndGet(inside.incrementAndGet(), Math::max);
                pause(random);
                inside.decrementAndGet();
                permit.release();
            } else {
                Thread.interrupted();
                LockSupport.parkNanos(random.nextInt(5_000_000));
            }
        }
    }

    private static void pause(SplittableRandom random) {
        switch (random.nextInt(3)) {
            case 0 -> Thread.yield();
            case 1 -> LockSupport.parkNanos(random.nextInt(300_000));
            default -> Thread.onSpinWait();
        }
    }
}
