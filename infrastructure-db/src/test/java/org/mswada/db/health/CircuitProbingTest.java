package org.mswada.db.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class CircuitProbingTest {
    private static final Duration MOMENT = Duration.ofMillis(5);

    private final CircuitBreaker breaker = CircuitBreaker.ofDefaults("test");
    private final CircuitProbing probing = new CircuitProbing(breaker);
    private long now;

    @Test
    void a_circuit_that_units_opened_stays_open_for_an_interval_however_often_the_probe_is_woken() {
        breaker.transitionToOpenState();
        for (Duration passed = MOMENT; passed.compareTo(NodeProbe.INTERVAL) <= 0; passed = passed.plus(MOMENT)) {
            answered(MOMENT);
            assertThat(breaker.getState()).isEqualTo(State.OPEN);
        }
        answered(MOMENT);
        assertThat(breaker.getState()).isEqualTo(State.HALF_OPEN);
    }

    @Test
    void callers_try_again_at_once_when_a_server_that_was_away_answers() {
        silent();
        silent();
        assertThat(breaker.getState()).isEqualTo(State.OPEN);
        answered(MOMENT);
        assertThat(breaker.getState()).isEqualTo(State.HALF_OPEN);
    }

    @Test
    void a_circuit_that_units_open_again_is_open_for_an_interval_again() {
        breaker.transitionToOpenState();
        answered(MOMENT);
        answered(NodeProbe.INTERVAL);
        assertThat(breaker.getState()).isEqualTo(State.HALF_OPEN);
        answered(MOMENT);
        breaker.transitionToOpenState();
        answered(MOMENT);
        assertThat(breaker.getState()).isEqualTo(State.OPEN);
        answered(NodeProbe.INTERVAL);
        assertThat(breaker.getState()).isEqualTo(State.HALF_OPEN);
    }

    private void answered(Duration later) {
        now += later.toNanos();
        probing.probed(new ProbeResult(true, null, MOMENT, now, null));
    }

    private void silent() {
        now += MOMENT.toNanos();
        probing.probed(new ProbeResult(false, null, MOMENT, now, "silent"));
    }
}
