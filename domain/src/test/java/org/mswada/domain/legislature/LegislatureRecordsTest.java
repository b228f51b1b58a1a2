package org.mswada.domain.legislature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LegislatureRecordsTest {
    private static final LocalDate START = LocalDate.of(2013, 1, 3);

    private static LegislativeSession session(String name, @Nullable LocalDate end) {
        return new LegislativeSession(new SessionIdentifier("113"), name, LegislativeSession.Classification.PRIMARY,
                START,
                end);
    }

    @ParameterizedTest
    @ValueSource(strings = {"us", "us-ny", "a1", "x234567890123456789012345678901z"})
    void a_code_fits_a_URL(String code) {
        assertThat(new JurisdictionCode(code).value()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "u", "US", "us-", "-us", "1us", "us_ny", "us ny", "us\n",
            "x2345678901234567890123456789012z"})
    void a_code_that_would_not_do_in_a_URL_is_refused(String code) {
        assertThatThrownBy(() -> new JurisdictionCode(code)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + code + "' is not a jurisdiction code").hasMessageContaining("like 'us'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ocd-jurisdiction/country:us/government",
            "ocd-jurisdiction/country:us/state:ny/place:new_york/government",
            "ocd-jurisdiction/country:ke/legislature"})
    void an_OCD_id_is_taken(String id) {
        assertThat(new JurisdictionId(id).value()).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "us", "ocd-jurisdiction/country:us", "ocd-division/country:us/government",
            "ocd-jurisdiction/country:US/government", "ocd-jurisdiction/country:us/ government",
            "ocd-jurisdiction/country:us//government"})
    void what_is_no_OCD_id_is_refused(String id) {
        assertThatThrownBy(() -> new JurisdictionId(id)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + id + "' is not an OCD jurisdiction id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-113", "113 special", "a/b", "113\n", ".113"})
    void a_session_name_that_would_not_do_in_a_URL_is_refused(String name) {
        assertThatThrownBy(() -> new SessionIdentifier(name)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + name + "' is not a session");
    }

    @Test
    void a_session_name_has_at_most_64_characters() {
        assertThat(new SessionIdentifier("2".repeat(64)).value()).hasSize(64);
        assertThatThrownBy(() -> new SessionIdentifier("2".repeat(65))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_session_has_a_name_and_does_not_end_before_it_starts() {
        assertThat(session("113th Congress", START).endDate()).isEqualTo(START);
        assertThat(session("113th Congress", null).endDate()).isNull();
        assertThatThrownBy(() -> session(" ", null)).hasMessage("session 113 has a blank name");
        assertThatThrownBy(() -> session("113th Congress", START.minusDays(1)))
                .hasMessage("session 113 ends on 2013-01-02, before it starts on 2013-01-03");
    }

    @Test
    void a_jurisdiction_has_a_name() {
        assertThatThrownBy(() -> new Jurisdiction(new JurisdictionId("ocd-jurisdiction/country:us/government"),
                new JurisdictionCode("us"), "", Jurisdiction.Classification.COUNTRY, ZoneOffset.UTC))
                .hasMessage("jurisdiction ocd-jurisdiction/country:us/government has a blank name");
    }
}
