package org.mswada.db.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class AcquisitionBreakerMemoryTest {
    private final AtomicLong now = new AtomicLong();
    private final AcquisitionBreaker breaker = new AcquisitionBreaker(now::get);

    @Test
    void three_failures_in_a_row_open_it_and_a_connection_closes_it() {
        fail(2);
        assertThat(breaker.trouble()).isEmpty();
        fail(1);
        assertThat(breaker.trouble()).contains("no room");

        breaker.opened(Duration.ofMillis(1));
        assertThat(breaker.trouble()).isEmpty();
    }

    @Test
    void where_nobody_tried_for_a_while_nobody_knows_any_more() {
        fail(3);

        now.addAndGet(AcquisitionBreaker.MEMORY.toNanos() - 1);
        assertThat(breaker.trouble()).isPresent();
        now.addAndGet(1);
        assertThat(breaker.trouble()).isEmpty();
    }

    private void fail(int times) {
        for (int time = 0; time < times; time++) {
            breaker.failed(new SQLException("no room"));
        }
    }
}
