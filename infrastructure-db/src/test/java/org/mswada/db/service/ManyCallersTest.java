package org.mswada.db.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.mswada.db.execution.ExecutionLimits;
import org.mswada.db.execution.JooqSession;
import org.mswada.domain.storage.Operation;

/** 10,000 virtual threads on 10 connections, through the whole service: all get their turn, and none pins its carrier. */
@Isolated("it measures time, and fills the scheduler of virtual threads")
final class ManyCallersTest {
    private static final Operation READ = Operation.read("test.read").within(Duration.ofMinutes(1));
    private static final int POOL_SIZE = 10;
    private static final int CALLERS = 10_000;
    private static final Duration WARM_UP = Duration.ofSeconds(2);
    private static final Duration SHORT = Duration.ofSeconds(3);
    private static final Duration LONG = Duration.ofSeconds(28);
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int ROUNDS = 3;
    private static final int UNITS_THAT_LOAD_CLASSES = 500;
    private static final String PINNED = "jdk.VirtualThreadPinned";
    private static final String OURS = "org.mswada.";

    @RegisterExtension
    private final ServiceFixture database = ServiceFixture.probedApart(POOL_SIZE, new ExecutionLimits(CALLERS));

    @TempDir
    private Path folder;

    @Test
    void all_wait_about_equally_long_none_is_pinned_and_no_permit_is_lost() throws Exception {
        load(SHORT);
    }

    @Test
    @Tag("soak")
    void all_wait_about_equally_long_for_half_a_minute() throws Exception {
        load(LONG);
        loadPlainPool();
    }

    /** The control: whoever comes back soonest is served, and others starve. */
    private void loadPlainPool() throws Exception {
        try (PlainPool plain = database.openPlain(LIMIT.multipliedBy(6))) {
            Waits waits = run(LONG, waited -> askPlain(plain, waited));
            Figures.show("HikariCP alone: %s", waits);
            assertThat(waits).matches(unfair -> !unfair.areEven());
        }
    }

    /** The control: a unit whose work parks in a class initializer pins its carrier, and the recording shows it. */
    @Test
    void a_pinned_unit_would_be_seen() throws Exception {
        List<RecordedEvent> pinned = recordPinned(() -> Thread.startVirtualThread(
                () -> database.service().read(READ, _ -> ParksInInitializer.touch())).join());

        assertThat(pinned).anyMatch(ManyCallersTest::isOurs);
    }

    /** Noise of the machine makes waits less even but never more, so that one good round of three proves it. */
    private void load(Duration time) throws Exception {
        // Whoever loads or initializes a class pins its carrier, once in the life of a JVM; that is done before.
        Calls.run(POOL_SIZE, UNITS_THAT_LOAD_CLASSES, _ -> ask(_ -> {}));
        Waits waits = measure(time);
        for (int round = 1; round < ROUNDS && !waits.areEven(); round++) {
            waits = measure(time);
        }
        Figures.show("the service: %s", waits);
        assertThat(waits).matches(Waits::areEven);
        assertThat(database.service().metrics().failures()).isZero();
        assertNoPermitIsLost();
    }

    private Waits measure(Duration time) throws Exception {
        List<Waits> waits = new ArrayList<>();
        List<RecordedEvent> pinned = recordPinned(() -> waits.add(run(time, this::ask)));
        assertThat(pinned).noneMatch(ManyCallersTest::isOurs);
        return waits.getFirst();
    }

    private void assertNoPermitIsLost() throws Exception {
        Await.until("all permits are back", LIMIT, () -> database.service().metrics().waiting() == 0
                && database.service().metrics().pool().active() == 0);
        CyclicBarrier allInside = new CyclicBarrier(POOL_SIZE);
        Calls calls = Calls.run(POOL_SIZE, POOL_SIZE, _ -> database.service().read(READ, _ -> meet(allInside)));
        assertThat(calls.outcomes()).containsOnlyKeys(Calls.DONE);
    }

    private static int meet(CyclicBarrier barrier) {
        try {
            return barrier.await(LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("not all permits can be had at once", e);
        }
    }

    private void ask(LongConsumer waited) {
        long asked = System.nanoTime();
        database.service().read(READ, session -> {
            waited.accept(System.nanoTime() - asked);
            return JooqSession.sql(session).fetchValue("select 1");
        });
    }

    private static void askPlain(PlainPool plain, LongConsumer waited) {
        long asked = System.nanoTime();
        try (Connection connection = plain.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            waited.accept(System.nanoTime() - asked);
            statement.execute("select 1");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Waits run(Duration time, Caller caller) throws InterruptedException {
        Waits waits = new Waits();
        long begin = System.nanoTime() + WARM_UP.toNanos();
        long end = begin + time.toNanos();
        List<Thread> threads = new ArrayList<>();
        for (int number = 0; number < CALLERS; number++) {
            threads.add(Thread.startVirtualThread(() -> {
                while (System.nanoTime() - end < 0) {
                    caller.call(waited -> waits.add(waited, begin));
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return waits;
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

    private static boolean isOurs(RecordedEvent event) {
        return event.getStackTrace() != null && event.getStackTrace().getFrames().stream()
                .anyMatch(frame -> frame.getMethod().getType().getName().startsWith(OURS));
    }

    /** Asks once and says how long it waited for its turn. */
    @FunctionalInterface
    private interface Caller {
        void call(LongConsumer waited);
    }

    /** What is recorded. */
    @FunctionalInterface
    private interface Body {
        void run() throws InterruptedException, IOException;
    }

    /** Pins whoever touches it first. */
    private static final class ParksInInitializer {
        static {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }

        static int touch() {
            return 1;
        }
    }
}
