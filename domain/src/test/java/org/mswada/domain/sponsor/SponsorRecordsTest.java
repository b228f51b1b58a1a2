package org.mswada.domain.sponsor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SponsorRecordsTest {
    private static SponsorContent sponsor(String name, List<ExternalIdentifier> identifiers) {
        return SponsorContent.asPrinted(name, null, null, null, identifiers);
    }

    @Test
    void leading_zeros_of_an_identifier_count() {
        assertThat(new ExternalIdentifier("thomas", "00001")).isNotEqualTo(new ExternalIdentifier("thomas", "1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Thomas", "1st", "thomas id", "thomas\n", "a2345678901234567890123456789012x"})
    void a_scheme_is_a_lower_case_word(String scheme) {
        assertThatThrownBy(() -> new ExternalIdentifier(scheme, "1")).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("identifier scheme '" + scheme + "' is not a lower-case word");
    }

    @Test
    void an_identifier_is_neither_blank_nor_longer_than_128_characters() {
        assertThat(new ExternalIdentifier("thomas", "1".repeat(128)).identifier()).hasSize(128);
        for (String identifier : List.of("", " ", "1".repeat(129))) {
            assertThatThrownBy(() -> new ExternalIdentifier("thomas", identifier))
                    .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("of scheme thomas is blank or");
        }
    }

    @Test
    void a_sponsor_has_a_name_and_keeps_its_own_list() {
        List<ExternalIdentifier> identifiers = new ArrayList<>(List.of(new ExternalIdentifier("thomas", "1")));
        SponsorContent sponsor = sponsor("Doe, Jane", identifiers);
        identifiers.clear();
        assertThat(sponsor.identifiers()).hasSize(1);
        assertThatThrownBy(() -> sponsor("\t", List.of())).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a sponsor has a blank name");
    }
}
