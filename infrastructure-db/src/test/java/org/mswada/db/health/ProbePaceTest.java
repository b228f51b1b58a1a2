package org.mswada.db.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class ProbePaceTest {
    private static final ProbeResult WELL = new ProbeResult(true,
            new ServerFacts(false, FakeCluster.IDENTIFIER, 1, 1, FakeCluster.START), Duration.ZERO, 0, null);
    private static final ProbeResult REFUSED = new ProbeResult(true, null, Duration.ZERO, 0, "too many clients");
    private static final ProbeResult AWAY = ProbeResult.NONE;

    private final ProbePace pace = new ProbePace();

    @Test
    void who_answers_is_asked_four_times_a_second_and_for_somebody_who_waits_after_five_milliseconds() {
        assertThat(pace.after(WELL, false, 0)).isEqualTo(waits(250, 5));
    }

    @Test
    void who_refuses_the_probe_is_asked_no_more_often_for_whoever_waits() {
        assertThat(pace.after(REFUSED, false, 0)).isEqualTo(waits(250, 250));
    }

    @Test
    void who_refuses_connections_is_asked_every_fifty_milliseconds_for_ever() {
        for (int second = 0; second < 100; second++) {
            assertThat(pace.after(AWAY, false, seconds(second))).isEqualTo(waits(50, 50));
        }
    }

    @Test
    void who_is_silent_is_asked_twice_a_second_after_two_seconds_whoever_waits() {
        long begin = seconds(7);
        assertThat(pace.after(AWAY, true, begin)).isEqualTo(waits(50, 50));
        assertThat(pace.after(AWAY, true, begin + seconds(2) - 1)).isEqualTo(waits(50, 50));
        assertThat(pace.after(AWAY, true, begin + seconds(2))).isEqualTo(waits(500, 500));

        assertThat(pace.after(AWAY, false, begin + seconds(3))).isEqualTo(waits(50, 50));
        assertThat(pace.after(AWAY, true, begin + seconds(4))).isEqualTo(waits(50, 50));
    }

    private static long seconds(int seconds) {
        return Duration.ofSeconds(seconds).toNanos();
    }

    private static ProbePace.Waits waits(int usual, int wanted) {
        return new ProbePace.Waits(Duration.ofMillis(usual), Duration.ofMillis(wanted));
    }
}
