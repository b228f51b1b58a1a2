package org.mswada.domain.bill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BillIdentifierTest {
    private static final String[] SEPARATORS = {"", " ", ".", ". ", "-", " - ", "_", "/", "\u00a0", "\u2013", "`",
            "  "};

    @ParameterizedTest
    @CsvSource({"HR 1531, HR1531", "H.R. 1531, HR1531", "hr1531, HR1531", "H. R. 01531, HR1531", "Hr-1531, HR1531",
            "'`CL 2017-966', CL2017-966", "CL 2017-0966, CL2017-966", "CL 2017 / 966, CL2017-966", "S.B. 007A, SB7A",
            "HCONRES 12, HCONRES12", "１２, 12", "ＨＲ１, HR1", "HR 0, HR0", "HR 000, HR0", "HR 10, HR10", "HR 100, HR100",
            "2024.05.06, 2024-5-6", "A1-B2, A1B2", "Ärger 3, ÄRGER3", "(HR) [7]!, HR7", "Nº 5, NO5", "-7-, 7"})
    void a_spelling_has_its_normalized_form(String printed, String normalized) {
        BillIdentifier identifier = BillIdentifier.of(printed);
        assertThat(identifier.normalized()).isEqualTo(normalized);
        assertThat(identifier.printed()).isEqualTo(printed);
    }

    @Test
    void case_separators_and_leading_zeros_do_not_matter() {
        Random random = new Random(1531);
        for (int round = 0; round < 20_000; round++) {
            String letters = letters(random);
            int number = random.nextInt(100_000);
            String expected = letters.toUpperCase(Locale.ROOT) + number;
            StringBuilder spelling = new StringBuilder();
            for (char letter : letters.toCharArray()) {
                spelling.append(random.nextBoolean() ? letter : Character.toUpperCase(letter))
                        .append(separator(random));
            }
            spelling.append("0".repeat(random.nextInt(4))).append(number).append(separator(random));
            if (spelling.length() <= 64) {
                assertThat(BillIdentifier.of(spelling.toString()).normalized()).as("'%s'", spelling)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void different_numbers_stay_different() {
        assertThat(BillIdentifier.of("HR 15-31").normalized()).isNotEqualTo(BillIdentifier.of("HR 1531").normalized());
        assertThat(BillIdentifier.of("HR 10").normalized()).isNotEqualTo(BillIdentifier.of("HR 1").normalized());
        assertThat(BillIdentifier.of("CL 1-0").normalized()).isNotEqualTo(BillIdentifier.of("CL 10").normalized());
    }

    @Test
    void normalizing_twice_changes_nothing_whatever_the_text() {
        Random random = new Random(42);
        for (int round = 0; round < 50_000; round++) {
            checkStable("A" + anyText(random));
        }
    }

    @Test
    void letters_that_compose_when_nothing_stands_between_them_are_stable() {
        Random random = new Random(43);
        for (int round = 0; round < 20_000; round++) {
            checkStable(new StringBuilder("1").appendCodePoint(0x1100 + random.nextInt(19)).append(separator(random))
                    .appendCodePoint(0x1161 + random.nextInt(21)).append(separator(random))
                    .appendCodePoint(0x11A8 + random.nextInt(27)).toString());
        }
    }

    @Test
    void normalizing_every_character_twice_changes_nothing() {
        for (int character = 0; character <= Character.MAX_CODE_POINT; character++) {
            if (Character.isLetterOrDigit(character)) {
                checkStable("A" + Character.toString(character) + "1");
            }
        }
    }

    private static void checkStable(String printed) {
        String once = BillIdentifier.of(printed).normalized();
        if (!BillIdentifier.of(once).normalized().equals(once)) {
            throw new AssertionError("'" + printed + "' becomes '" + once + "', which is not stable");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "---", "...", "\u0301"})
    void a_number_without_letter_or_digit_is_refused(String printed) {
        assertThatThrownBy(() -> BillIdentifier.of(printed)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'" + printed + "' is not a bill number: it has no letter or digit");
    }

    @Test
    void a_number_that_is_too_long_is_refused_also_when_only_its_normalized_form_is() {
        assertThat(BillIdentifier.of("A".repeat(64)).normalized()).hasSize(64);
        assertThatThrownBy(() -> BillIdentifier.of("A".repeat(65))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at most 64 characters");
        assertThatThrownBy(() -> BillIdentifier.of("\ufdfa".repeat(10))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at most 64 characters");
    }

    @Test
    void a_normalized_form_of_another_number_is_refused() {
        assertThatThrownBy(() -> new BillIdentifier("HR 1", "HR2")).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'HR2' is not the normalized form of 'HR 1'");
    }

    private static String letters(Random random) {
        StringBuilder letters = new StringBuilder();
        for (int count = 1 + random.nextInt(6); count > 0; count--) {
            letters.append((char) ('a' + random.nextInt(26)));
        }
        return letters.toString();
    }

    private static String separator(Random random) {
        return SEPARATORS[random.nextInt(SEPARATORS.length)];
    }

    private static String anyText(Random random) {
        int[] ranges = {0x80, 0x250, 0x3000, 0x10000, 0x20000};
        StringBuilder text = new StringBuilder();
        for (int count = 1 + random.nextInt(8); count > 0; count--) {
            text.appendCodePoint(random.nextInt(ranges[random.nextInt(ranges.length)]));
        }
        return text.toString();
    }
}
