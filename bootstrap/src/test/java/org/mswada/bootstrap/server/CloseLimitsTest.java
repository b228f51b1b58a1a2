package org.mswada.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.mswada.db.connection.TimeoutConfig;

final class CloseLimitsTest {
    private static final Duration SIGNING_IN = Duration.ofSeconds(37);
    private static final TimeoutConfig SLOW = new TimeoutConfig(Duration.ofSeconds(30), Duration.ofSeconds(7),
            Duration.ofSeconds(40), Duration.ofSeconds(30));

    @Test
    void steps_that_may_wait_for_a_frozen_database_have_longer_than_it_may_take_to_sign_in() {
        assertThat(CloseLimits.orchestrator(SLOW)).isGreaterThan(SIGNING_IN);
        assertThat(CloseLimits.database(SLOW)).isGreaterThan(CloseLimits.DATABASE_DRAIN.plus(SIGNING_IN));
    }
}
