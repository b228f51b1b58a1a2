package org.mswada.domain.sponsor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mswada.domain.legislature.Chamber;

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

    @Test
    void a_source_corrects_what_it_says_and_leaves_what_it_does_not_say() {
        SponsorContent printed = SponsorContent.asPrinted("Doe, Jane", Chamber.LOWER, "NY-1", "Rep.",
                List.of(new ExternalIdentifier("thomas", "1")));
        Membership term = new Membership("Senate", Chamber.UPPER, null, "Red", "NY", LocalDate.of(2013, 1, 3), null);
        SponsorContent source = new SponsorContent(new SponsorName("Jane Doe", "Jane", "Doe", List.of()), "Red",
                Chamber.UPPER, "NY", null, false, SponsorContact.NONE,
                List.of(new ExternalIdentifier("bioguide", "D1")), List.of(term));

        SponsorContent both = printed.supplementedBy(source);

        assertThat(both.name()).isEqualTo(new SponsorName("Jane Doe", "Jane", "Doe", List.of("Doe, Jane")));
        assertThat(both.chamber()).isEqualTo(Chamber.UPPER);
        assertThat(both.district()).isEqualTo("NY");
        assertThat(both.roleTitle()).as("not said").isEqualTo("Rep.");
        assertThat(both.active()).isFalse();
        assertThat(both.identifiers()).extracting(ExternalIdentifier::scheme).containsExactly("bioguide", "thomas");
        assertThat(both.memberships()).containsExactly(term);
        assertThat(both.supplementedBy(source)).as("again").isEqualTo(both);
        assertThat(both.supplementedBy(printed).isActive()).as("a bill does not say whether").isFalse();
        assertThat(printed.isActive()).isTrue();
        assertThat(printed.activeOr(false).isActive()).isFalse();
        assertThat(both.activeOr(true)).isEqualTo(both);
    }

    @Test
    void a_term_that_begins_on_the_same_day_is_corrected_and_others_are_kept() {
        LocalDate start = LocalDate.of(2013, 1, 3);
        Membership open = new Membership("Senate", null, null, "Red", null, start, null);
        Membership ended = new Membership("Senate", null, null, "Blue", null, start, start.plusYears(6));
        Membership earlier = new Membership("House", null, null, null, null, start.minusYears(2), start);

        assertThat(withTerms(open, earlier).supplementedBy(withTerms(ended)).memberships())
                .containsExactly(earlier, ended);
        assertThatThrownBy(() -> withTerms(open, ended)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("two memberships that begin on one day");
        assertThatThrownBy(() -> new Membership("Senate", null, null, null, null, start, start.minusDays(1)))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("before its start");
    }

    private static SponsorContent withTerms(Membership... terms) {
        return new SponsorContent(SponsorName.of("Doe"), null, null, null, null, true, SponsorContact.NONE, List.of(),
                List.of(terms));
    }
}
