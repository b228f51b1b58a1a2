package org.mswada.db.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class ConnectPaceTest {
    private static final int CONNECTIONS = 1_000;

    private final AtomicLong now = new AtomicLong(-1);
    private final ConnectPace pace = new ConnectPace(now::get, new Random(1));

    @Test
    void a_thousand_connections_take_twenty_seconds_and_none_waits_long() {
        assertThat(pace.take()).isZero();
        for (int connection = 1; connection < CONNECTIONS; connection++) {
            long pause = pace.take();
            assertThat(pause).isLessThan(ConnectPace.LONGEST_PAUSE.toNanos());
            now.addAndGet(pause);
            if (pause > 0) {
                assertThat(pace.take()).isZero();
            }
        }

        assertThat(Duration.ofNanos(now.get() + 1)).isBetween(Duration.ofSeconds(18), Duration.ofSeconds(22));
    }

    @Test
    void when_the_server_is_back_the_first_one_waits_for_a_random_moment() {
        pace.begin();

        long first = pace.take();
        assertThat(first).isPositive().isLessThan(ConnectPace.FIRST_WITHIN.toNanos());
        now.addAndGet(first);
        assertThat(pace.take()).isZero();
    }
}
