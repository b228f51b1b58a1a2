package org.mswada.db.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PoolsTest {
    @ParameterizedTest
    @CsvSource({"5,50,3,30,2,20", "3,15,2,9,1,6", "2,10,1,6,1,4", "0,2,0,1,0,1", "2,2,1,1,1,1", "3,3,2,2,1,1",
            "1,2,1,1,0,1"})
    void the_connections_of_a_server_are_shared_60_to_40(int idle, int most, int readIdle, int read, int writeIdle,
            int write) {
        assertThat(Pools.sharing(PoolConfig.of(idle, most)))
                .isEqualTo(new Pools(PoolConfig.of(readIdle, read), PoolConfig.of(writeIdle, write)));
    }

    @Test
    void whatever_is_configured_no_more_are_opened_and_none_is_lost() {
        for (int most = 2; most <= 200; most++) {
            for (int idle = 0; idle <= most; idle++) {
                Pools pools = Pools.sharing(PoolConfig.of(idle, most));
                assertThat(pools.maximumPoolSize()).isEqualTo(most);
                assertThat(pools.minimumIdle()).isEqualTo(idle);
            }
        }
    }

    @Test
    void one_connection_cannot_be_shared() {
        assertThatIllegalArgumentException().isThrownBy(() -> Pools.sharing(PoolConfig.of(0, 1)))
                .withMessageContaining("one to read and one to write");
    }
}
