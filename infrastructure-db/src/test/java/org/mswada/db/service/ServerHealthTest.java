package org.mswada.db.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.mswada.db.connection.MonitoredPool;
import org.mswada.db.connection.PoolRole;
import org.mswada.db.health.ServerStatus;
import org.mswada.db.health.Signals;

/** Which of a server's pools the alert for pools looks at. */
final class ServerHealthTest {
    private static final int READS = 6;
    private static final int WRITES = 4;
    private static final ServerStatus WRITER = new ServerStatus("primary", ServerStatus.Role.PRIMARY, true, true, false,
            OptionalLong.empty(), Optional.empty(), Duration.ofMillis(1), null, List.of());

    private static Signals.NodeSignals signals(int reading, int waitingToRead, int writing, int waitingToWrite) {
        return new ServerHealth(WRITER, node(PoolRole.READ, READS, reading, waitingToRead),
                node(PoolRole.WRITE, WRITES, writing, waitingToWrite)).signals();
    }

    private static NodeHealth node(PoolRole role, int most, int active, int waiting) {
        return new NodeHealth(role, role.label(), CircuitState.CLOSED, new MonitoredPool.Use(most, active, 0, 0), most,
                waiting, Optional.empty(), List.of());
    }

    @Test
    void of_two_pools_that_are_full_it_is_the_one_for_which_units_wait() {
        assertThat(signals(READS, 0, WRITES, 7)).matches(seen -> seen.waiting() == 7 && seen.inUse() == WRITES);
        assertThat(signals(READS, 7, WRITES, 0)).matches(seen -> seen.waiting() == 7 && seen.inUse() == READS);
    }

    @Test
    void else_it_is_the_one_with_less_to_give() {
        assertThat(signals(READS, 7, WRITES - 1, 0)).matches(seen -> seen.inUse() == READS);
        assertThat(signals(READS - 1, 0, WRITES, 7)).matches(seen -> seen.inUse() == WRITES);
    }
}
