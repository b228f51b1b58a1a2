package org.mswada.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mswada.support.embeddedpostgres.EmbeddedPostgres;

/** Signals that come when they are least welcome: again, and while the server starts. */
final class StopSignalsIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration AT_ONCE = Duration.ofSeconds(1);
    private static final Duration UNTIL_NO_PROCESS_IS_LEFT = Duration.ofSeconds(3);
    /** What a start that is told to stop may take: it is waited for in good order. */
    private static final Duration START_ENDS = Duration.ofSeconds(15);
    private static final List<String> MOMENTS = List.of("", "starting PostgreSQL", "migrating the schema",
            "loading the demo");
    private static final long LONGEST_DELAY_MILLIS = 1_000;
    private static final int SOAK_TIMES = 5;
    private static final long SEED = 20_261_122;
    /** What the kernel makes of a SIGTERM that nobody handles yet. */
    private static final int BEFORE_THE_BEGINNING = 143;

    @TempDir
    Path dataDirectory;

    @Test
    void a_second_signal_ends_it_at_once() throws Exception {
        stopTwice("TERM", "TERM", 143);
    }

    @ParameterizedTest
    @Tag("soak")
    @CsvSource({"TERM, INT, 130", "INT, HUP, 129", "HUP, TERM, 143"})
    void a_second_signal_ends_it_at_once_whichever_it_is(String first, String second, int exitCode) throws Exception {
        stopTwice(first, second, exitCode);
    }

    /** The lock has a request hang, so that the first signal is obeyed for long. */
    private void stopTwice(String first, String second, int exitCode) throws Exception {
        assumeTrue(IgnoredSignals.areHeard(first, second), "a background shell has this signal ignored");
        try (ServerProcess server = ServerProcess.start(dataDirectory).awaitReady()) {
            List<String> paths = BillPaths.of(server);
            try (DatabaseWitness witness = new DatabaseWitness(EmbeddedPostgres.findRunning(folder()).orElseThrow());
                    HttpLoad load = HttpLoad.of(2, server.publicPort(), paths)) {
                witness.lockBills();
                Await.until(LIMIT, () -> witness.waiting() > 0, server::output);
                server.signal(first);
                server.awaitOutput("stopping ...");
                assertThat(server.isAlive()).as(server.output()).isTrue();
                long start = System.nanoTime();
                server.signal(second);
                assertThat(server.exitCode()).isEqualTo(exitCode);
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(AT_ONCE);
                assertNothingIsLeft();
                assertThat(load.end()).isNotEmpty();
            }
        }
        assertNextStartIsClean(dataDirectory);
    }

    @Test
    void a_signal_during_the_start_ends_it_in_good_order() throws Exception {
        stopStarts(1);
    }

    @Test
    @Tag("soak")
    void signals_at_any_moment_of_the_start_end_it_in_good_order() throws Exception {
        stopStarts(SOAK_TIMES);
    }

    /** A start that makes its database says each of these in turn; the signal comes a while after. */
    private void stopStarts(int times) throws Exception {
        Random random = new Random(SEED);
        long slowest = 0;
        for (int round = 0; round < times * MOMENTS.size(); round++) {
            String moment = MOMENTS.get(round % MOMENTS.size());
            Duration delay = Duration.ofMillis(random.nextLong(LONGEST_DELAY_MILLIS));
            Path folder = dataDirectory.resolve("round-" + round);
            slowest = Math.max(slowest, stopStart(folder, moment, delay).toMillis());
            assertNothingIsLeft();
            if (round % MOMENTS.size() != 0) {
                assertNextStartIsClean(folder);
            }
        }
        Figures.show("%d starts told to stop, slowest end %d ms", times * MOMENTS.size(), slowest);
    }

    private static Duration stopStart(Path folder, String moment, Duration delay) throws Exception {
        try (ServerProcess server = ServerProcess.start(folder)) {
            server.awaitOutput(moment);
            long signal = System.nanoTime() + delay.toNanos();
            Await.until(LIMIT, () -> System.nanoTime() >= signal, server::output);
            boolean begun = !server.output().isEmpty();
            long start = System.nanoTime();
            int exitCode = server.terminate();
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            Figures.show("signal %d ms after '%s': exit code %d after %d ms", delay.toMillis(), moment,
                    exitCode, took.toMillis());
            assertThat(took).as(server.output()).isLessThan(START_ENDS);
            assertThat(server.output()).doesNotContain("bug of Mswada", "did not");
            assertThat(exitCode).as("seed %d: %s", SEED, server.output())
                    .isIn(begun ? List.of(0) : List.of(0, BEFORE_THE_BEGINNING));
            return took;
        }
    }

    private void assertNextStartIsClean(Path folder) throws Exception {
        try (ServerProcess next = ServerProcess.start(folder).awaitReady()) {
            assertThat(next.get(next.exampleUrl()).statusCode()).isEqualTo(200);
            assertThat(next.terminate()).isZero();
        }
        assertNothingIsLeft();
    }

    private void assertNothingIsLeft() throws IOException {
        Path folder = dataDirectory.toRealPath();
        Await.until(UNTIL_NO_PROCESS_IS_LEFT, () -> PostgresProcesses.of(folder).isEmpty(),
                () -> "left: " + PostgresProcesses.of(folder));
    }

    private Path folder() {
        return dataDirectory.resolve("postgres");
    }

    /** What is ignored here is ignored by every process that is started from here (Linux manual, signal(7)). */
    private static final class IgnoredSignals {
        private static final List<String> NAMES = List.of("HUP", "INT");
        private static final String FIELD = "SigIgn:";

        static boolean areHeard(String... names) throws IOException {
            String line = Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(each -> each.startsWith(FIELD)).findFirst().orElseThrow();
            long ignored = Long.parseUnsignedLong(line.substring(FIELD.length()).strip(), 16);
            return List.of(names).stream().mapToInt(NAMES::indexOf).filter(bit -> bit >= 0)
                    .allMatch(bit -> (ignored & (1L << bit)) == 0);
        }
    }
}
