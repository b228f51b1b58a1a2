package org.mswada.http.bill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mswada.domain.bill.BillCursor;
import org.mswada.domain.bill.BillFilter;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.bill.BillSort;
import org.mswada.domain.bill.BillStatus;

final class CursorTextTest {
    private static final BillCursor CURSOR = new BillCursor(BillSort.INTRODUCED, 77,
            LocalDate.of(2013, 4, 12).toEpochDay(),
            new BillId(new UUID(7, -9)));

    @ParameterizedTest
    @ValueSource(strings = {"0001-01-01", "1789-03-04", "1970-01-01", "9999-12-31"})
    void a_cursor_survives_the_way_to_the_client_and_back(LocalDate day) {
        for (BillSort sort : BillSort.values()) {
            long key = sort.isByMoment()
                    ? ChronoUnit.MICROS.between(Instant.EPOCH, day.atTime(23, 59, 59, 999_999_000)
                            .toInstant(ZoneOffset.UTC))
                    : day.toEpochDay();
            BillCursor cursor = new BillCursor(sort, -3, key, CURSOR.id());

            assertThat(CursorText.decode(CursorText.encode(cursor))).isEqualTo(cursor);
            assertThat(CursorText.encode(cursor)).matches("[A-Za-z0-9_-]+");
        }
    }

    @Test
    void a_cursor_of_another_filter_or_order_is_refused() {
        BillFilter enacted = BillFilter.builder().statuses(Set.of(BillStatus.ENACTED)).build();
        String text = CursorText.encode(new BillCursor(BillSort.INTRODUCED, enacted.fingerprint(), 1, CURSOR.id()));

        assertThat(CursorText.decode(text, enacted, BillSort.INTRODUCED).key()).isEqualTo(1);
        assertThatIllegalArgumentException().isThrownBy(() -> CursorText.decode(text, enacted, BillSort.UPDATED))
                .withMessageContaining("keep filter and order unchanged");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CursorText.decode(text, BillFilter.ALL, BillSort.INTRODUCED))
                .withMessageContaining("another filter");
    }

    @Test
    void every_change_of_one_character_is_found() {
        String text = CursorText.encode(CURSOR);
        for (int place = 0; place < text.length(); place++) {
            for (char other : "AZaz09-_=+/% \0\u00e9".toCharArray()) {
                if (other != text.charAt(place)) {
                    assertRefused(text.substring(0, place) + other + text.substring(place + 1));
                }
            }
        }
    }

    @Test
    void every_other_length_is_refused() {
        String text = CursorText.encode(CURSOR);
        for (int length = 0; length < text.length(); length++) {
            assertRefused(text.substring(0, length));
        }
        assertRefused(text + "=");
        assertRefused(text + text);
    }

    @Test
    void a_day_that_no_database_knows_is_refused_although_the_checksum_is_right() {
        for (int day : new int[]{Integer.MAX_VALUE, Integer.MIN_VALUE}) {
            assertRefused(CursorText.encode(new BillCursor(BillSort.INTRODUCED, 0, day, CURSOR.id())));
        }
    }

    @Test
    void noise_is_refused() {
        Random random = new Random(20_261_122);
        for (int run = 0; run < 10_000; run++) {
            byte[] bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);
            if (bytes.length > 0) {
                ByteBuffer.wrap(bytes).put((byte) 2);
            }
            assertRefused(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        }
    }

    private static void assertRefused(String text) {
        assertThatIllegalArgumentException().as(text).isThrownBy(() -> CursorText.decode(text))
                .withMessageContaining("'next'");
    }
}
