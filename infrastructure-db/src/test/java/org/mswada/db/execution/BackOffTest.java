package org.mswada.db.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class BackOffTest {
    private static final int SAMPLES = 100_000;

    @Test
    void the_longest_wait_doubles_from_100_to_5000_milliseconds() {
        assertThat(IntStream.rangeClosed(1, 9).mapToObj(rerun -> BackOff.cap(rerun).toMillis()))
                .containsExactly(100L, 200L, 400L, 800L, 1_600L, 3_200L, 5_000L, 5_000L, 5_000L);
        assertThat(BackOff.cap(Integer.MAX_VALUE)).isEqualTo(Duration.ofSeconds(5));
        assertThatIllegalArgumentException().isThrownBy(() -> BackOff.cap(0));
    }

    @Test
    void the_longest_waits_take_as_long_as_their_caps_on_the_clock() throws InterruptedException {
        FakeTime time = new FakeTime();
        long begin = time.getAsLong();
        BackOff longest = new BackOff(new Extreme(true));
        for (int rerun = 1; rerun <= 8; rerun++) {
            time.sleep(longest.next(rerun));
        }

        assertThat(Duration.ofNanos(time.getAsLong() - begin)).isEqualTo(Duration.ofMillis(16_300));
        assertThat(new BackOff(new Extreme(false)).next(8)).isEqualTo(Duration.ofNanos(1));
    }

    @Test
    void waits_are_spread_evenly_from_nothing_to_the_cap() {
        BackOff backOff = new BackOff(new Random(4));
        for (int rerun = 1; rerun <= 8; rerun++) {
            long cap = BackOff.cap(rerun).toNanos();
            int[] tenths = new int[10];
            for (int sample = 0; sample < SAMPLES; sample++) {
                long wait = backOff.next(rerun).toNanos();
                assertThat(wait).isBetween(1L, cap);
                tenths[(int) ((wait - 1) * 10 / cap)]++;
            }
            for (int tenth : tenths) {
                assertThat(tenth).isCloseTo(SAMPLES / 10, within(SAMPLES / 200));
            }
        }
    }

    @Test
    void callers_do_not_wait_alike() {
        BackOff backOff = new BackOff();

        assertThat(IntStream.range(0, 100).mapToObj(caller -> backOff.next(8)).distinct().count()).isGreaterThan(90);
    }

    @Test
    void real_sleep_takes_its_time_and_can_be_interrupted() throws InterruptedException {
        long begin = System.nanoTime();
        Sleeper.REAL.sleep(Duration.ofMillis(5));
        assertThat(System.nanoTime() - begin).isGreaterThanOrEqualTo(Duration.ofMillis(5).toNanos());

        Thread.currentThread().interrupt();
        assertThatExceptionOfType(InterruptedException.class)
                .isThrownBy(() -> Sleeper.REAL.sleep(Duration.ofHours(1)));
    }

    /** Draws always the most, or always the least. */
    private record Extreme(boolean most) implements RandomGenerator {
        @Override
        public long nextLong() {
            throw new UnsupportedOperationException("only draws below a bound are expected");
        }

        @Override
        public long nextLong(long bound) {
            return most ? bound - 1 : 0;
        }
    }
}
