package org.mswada.db.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.mswada.db.execution.FairPermit.Result;

/** 10,000 virtual threads on 10 permits: all get their turn, and none holds on to its carrier thread. */
@Isolated("it measures time, and fills the scheduler of virtual threads")
final class FairPermitLoadTest {
    private static final int PERMITS = 10;
    private static final int THREADS = 10_000;
    private static final long HOLD_NANOS = 100_000;
    private static final Duration WARM_UP = Duration.ofSeconds(1);
    private static final Duration SHORT = Duration.ofSeconds(2);
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final int ROUNDS = 3;
    private static final String PINNED = "jdk.VirtualThreadPinned";

    @TempDir
    private Path folder;

    @Test
    void all_wait_about_equally_long() throws Exception {
        waitsAreEven(SHORT);
    }

    @Test
    @Tag("soak")
    void all_wait_about_equally_long_for_half_a_minute() throws Exception {
        waitsAreEven(LONG);
    }

    /** The control: an unfair semaphore serves those who just had it, and lets others starve. */
    @Test
    void an_unfair_semaphore_lets_some_wait_far_longer_than_others() throws Exception {
        Semaphore unfair = new Semaphore(PERMITS);

        Load load = run(SHORT, unfair::acquireUninterruptibly, unfair::release);

        assertThat(load.turns).matches(turns -> !turns.isEven());
        assertThat(load.milliseconds).matches(time -> !time.isEven());
    }

    /** The control: a thread that parks in a class initializer is pinned, and the recording shows it. */
    @Test
    void a_pinned_thread_would_be_seen() throws Exception {
        List<RecordedEvent> events = recordPinned(() -> Thread.startVirtualThread(ParksInInitializer::touch).join());

        assertThat(events).anyMatch(event -> mentions(event, ParksInInitializer.class.getName()));
    }

    /**
     * In turns of others, which no noise of the machine can change, and in time, where noise makes waits less even but
     * never more, so that one good round of three proves it.
     */
    private void waitsAreEven(Duration time) throws Exception {
        Load load = fairLoad(time);
        assertThat(load.turns).matches(Distribution::isEven);
        for (int round = 1; round < ROUNDS && !load.milliseconds.isEven(); round++) {
            load = fairLoad(time);
        }
        assertThat(load.milliseconds).matches(Distribution::isEven);
    }

    private Load fairLoad(Duration time) throws Exception {
        FairPermit permit = new FairPermit(PERMITS, THREADS, System::nanoTime);
        List<Load> loads = new ArrayList<>();
        List<RecordedEvent> pinned;
        try (PermitReaper reaper = PermitReaper.start()) {
            reaper.watch(permit);
            pinned = recordPinned(() -> loads.add(run(time, () -> acquire(permit), permit::release)));
        }
        assertThat(permit.inUse()).isZero();
        assertThat(permit.waiting()).isZero();
        assertThat(pinned).noneMatch(event -> mentions(event, FairPermit.class.getName()));
        return loads.getFirst();
    }

    private static void acquire(FairPermit permit) {
        if (permit.acquire(System.nanoTime() + 2 * LONG.toNanos()) != Result.ACQUIRED) {
            throw new AssertionError("a wait of a minute was not enough");
        }
    }

    private static Load run(Duration time, Runnable acquire, Runnable release) throws InterruptedException {
        Load load = new Load();
        AtomicInteger served = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        long begin = System.nanoTime() + WARM_UP.toNanos();
        long end = begin + time.toNanos();
        for (int number = 0; number < THREADS; number++) {
            threads.add(Thread.startVirtualThread(() -> {
                while (System.nanoTime() - end < 0) {
                    int before = served.get();
                    long asked = System.nanoTime();
                    acquire.run();
                    int turns = served.getAndIncrement() - before;
                    long now = System.nanoTime();
                    if (now - begin > 0) {
                        load.turns.add(turns);
                        load.milliseconds.add(Duration.ofNanos(now - asked).toMillis());
                    }
                    LockSupport.parkNanos(HOLD_NANOS);
                    release.run();
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return load;
    }

    private List<RecordedEvent> recordPinned(Body body) throws Exception {
        try (Recording recording = new Recording()) {
            recording.enable(PINNED).withoutThreshold().withStackTrace();
            recording.start();
            body.run();
            recording.stop();
            Path file = folder.resolve("pinned.jfr");
            recording.dump(file);
            return RecordingFile.readAllEvents(file).stream()
                    .filter(event -> event.getEventType().getName().equals(PINNED)).toList();
        }
    }

    private static boolean mentions(RecordedEvent event, String type) {
        return event.getStackTrace() != null && event.getStackTrace().getFrames().stream()
                .anyMatch(frame -> frame.getMethod().getType().getName().equals(type));
    }

    /** What is recorded. */
    private interface Body {
        void run() throws InterruptedException, IOException;
    }

    /** The waits that ended after the warm-up: how many others were served meanwhile, and how long it took. */
    private static final class Load {
        private final Distribution turns = new Distribution();
        private final Distribution milliseconds = new Distribution();
    }

    /** How often each value occurred. */
    private static final class Distribution {
        private final AtomicIntegerArray counts = new AtomicIntegerArray(100_000);

        void add(long value) {
            counts.incrementAndGet((int) Math.min(value, counts.length() - 1));
        }

        boolean isEven() {
            return percentile(0.99) <= 3 * percentile(0.5);
        }

        private int percentile(double part) {
            long all = IntStream.range(0, counts.length()).mapToLong(counts::get).sum();
            long seen = 0;
            int value = 0;
            while (seen < part * all) {
                seen += counts.get(value++);
            }
            return value - 1;
        }

        @Override
        public String toString() {
            return "median " + percentile(0.5) + ", 99th percentile " + percentile(0.99);
        }
    }

    /** Pins whoever touches it first. */
    private static final class ParksInInitializer {
        static {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }

        static void touch() {}
    }
}
