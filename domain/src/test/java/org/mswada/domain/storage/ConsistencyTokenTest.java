package org.mswada.domain.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ConsistencyTokenTest {
    private static final int ROUNDS = 10_000;
    private static final long SEED = 5;
    private static final ConsistencyToken TOKEN = new ConsistencyToken("7412345678901234567", 1, 0x16B3748L);

    @Test
    void every_token_comes_back_from_its_text_which_is_short_and_fit_for_headers_and_urls() {
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            ConsistencyToken token = new ConsistencyToken(Long.toUnsignedString(random.nextLong()),
                    1 + random.nextInt(Integer.MAX_VALUE), random.nextLong() & Long.MAX_VALUE);

            assertThat(ConsistencyToken.parse(token.text())).contains(token);
            assertThat(token.text()).matches("[A-Za-z0-9_-]{28}");
        }
    }

    /** Whatever is read is what would be written: no two texts are one token. */
    @Test
    void a_text_in_which_one_character_is_changed_is_another_token_or_none() {
        Random random = new Random(SEED);
        String text = TOKEN.text();
        for (int round = 0; round < ROUNDS; round++) {
            int place = random.nextInt(text.length());
            String changed = text.substring(0, place) + (char) random.nextInt(' ', '~' + 1)
                    + text.substring(place + 1);

            ConsistencyToken.parse(changed).ifPresent(read -> assertThat(read.text()).isEqualTo(changed));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "AWbdQ", "7412345678901234567", "############################",
            "AAAAAAAAAAAAAAAAAAAAAAAAAAAA", "AQAAAAAAAAAAAAAAAAAAAAAAAAAA", "AQAAAAAAAAABAAAAAf__________",
            "AQAAAAAAAAABAAAAAQAAAAAAAA==", "AQAAAAAAAAABAAAAAQAAAAAAAAAB=", "äöü"})
    void what_was_never_written_is_not_read(String text) {
        assertThat(ConsistencyToken.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "+1", "01", "x", "18446744073709551616"})
    void a_system_identifier_is_a_number_of_64_bits(String systemIdentifier) {
        assertThatThrownBy(() -> new ConsistencyToken(systemIdentifier, 1, 0))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("'" + systemIdentifier + "'");
    }

    @Test
    void timelines_begin_with_1_and_positions_with_0() {
        assertThatThrownBy(() -> new ConsistencyToken("1", 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ConsistencyToken("1", 1, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(new ConsistencyToken("18446744073709551615", 1, 0).timeline()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"1,5, 1,6", "1,5, 2,4", "2,4, 3,0"})
    void of_one_cluster_the_newer_covers_the_older_and_not_the_other_way(int olderTimeline, long olderLsn,
            int newerTimeline, long newerLsn) {
        ConsistencyToken older = new ConsistencyToken("1", olderTimeline, olderLsn);
        ConsistencyToken newer = new ConsistencyToken("1", newerTimeline, newerLsn);

        assertThat(newer.covers(older)).isTrue();
        assertThat(older.covers(newer)).isFalse();
        assertThat(newer.covers(newer)).isTrue();
        assertThat(ConsistencyToken.newerOf(older, newer)).isSameAs(newer);
        assertThat(ConsistencyToken.newerOf(newer, older)).isSameAs(newer);
    }

    @Test
    void tokens_of_different_clusters_cannot_be_compared_so_the_second_holds() {
        ConsistencyToken other = new ConsistencyToken("2", 1, 0);

        assertThat(TOKEN.covers(other)).isFalse();
        assertThat(other.covers(TOKEN)).isFalse();
        assertThat(ConsistencyToken.newerOf(TOKEN, other)).isSameAs(other);
        assertThat(ConsistencyToken.newerOf(other, TOKEN)).isSameAs(TOKEN);
    }
}
