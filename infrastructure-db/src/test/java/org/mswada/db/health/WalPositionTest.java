package org.mswada.db.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WalPositionTest {
    @ParameterizedTest
    @CsvSource({"0/0, 0", "0/1000000, 16777216", "16/B374D848, 97500059720", "1/FFFFFFFF, 8589934591",
            "7FFFFFFF/FFFFFFFF, 9223372036854775807"})
    void reads_and_writes_what_the_server_does(String text, long lsn) {
        assertThat(WalPosition.parse(text)).isEqualTo(lsn);
        assertThat(WalPosition.text(lsn)).isEqualTo(text);
    }

    @Test
    void refuses_what_is_none() {
        assertThatIllegalArgumentException().isThrownBy(() -> WalPosition.parse("16B374D848"))
                .withMessageContaining("no position in the write-ahead log");
        assertThatIllegalArgumentException().isThrownBy(() -> WalPosition.parse("G/0"));
    }
}
