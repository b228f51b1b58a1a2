package org.mswada.db.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mswada.db.execution.RoutingFixture.FIRST;
import static org.mswada.db.execution.RoutingFixture.PRIMARY;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whether what a server says of its history can be that of all. */
final class ServerPositionsTest {
    private final RoutingFixture servers = new RoutingFixture();

    @AfterEach
    void close() {
        servers.close();
    }

    private boolean isStray(int server, int timeline) {
        return new ServerPositions(servers.view, server).isStray(timeline);
    }

    @Test
    void while_nothing_is_known_of_any_server_none_is_stray() {
        assertThat(isStray(PRIMARY, 1)).isFalse();
    }

    @Test
    void who_was_promoted_is_stray_until_it_is_known_to_take_the_writes() {
        servers.primary(PRIMARY, 1, 100);
        servers.standby(FIRST, 100);
        assertThat(isStray(FIRST, 2)).isTrue();

        servers.isAway(PRIMARY);
        servers.primary(FIRST, 2, 200);
        assertThat(isStray(FIRST, 2)).isFalse();
    }

    @Test
    void the_primary_is_not_stray_whatever_timeline_it_comes_back_on() {
        servers.primary(PRIMARY, 1, 100);

        assertThat(isStray(PRIMARY, 2)).isFalse();
    }
}
