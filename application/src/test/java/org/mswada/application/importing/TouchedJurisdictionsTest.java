package org.mswada.application.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mswada.application.memory.Samples;
import org.mswada.domain.legislature.Jurisdiction;
import org.mswada.domain.legislature.JurisdictionCode;
import org.mswada.domain.legislature.JurisdictionId;

final class TouchedJurisdictionsTest {
    private static final ImportedBill BILL = Samples.bill("HR 1", "Title");
    private static final JurisdictionCode HERE = BILL.jurisdiction().code();
    private static final Jurisdiction ELSEWHERE = new Jurisdiction(
            new JurisdictionId("ocd-jurisdiction/country:zz/government"), new JurisdictionCode("zz"), "Elsewhere",
            BILL.jurisdiction().classification(), BILL.jurisdiction().timeZone());

    @Test
    void those_of_all_records_that_were_read_are_remembered_once() {
        try (TouchedJurisdictions source = new TouchedJurisdictions(new ListSource().broken("no good")
                .record(new ImportedJurisdiction(ELSEWHERE)).bill(BILL)
                .record(new ImportedSession(HERE, BILL.session())))) {
            assertThat(source.touched()).isEmpty();
            int read = 0;
            for (Optional<SourceItem> item = source.next(); item.isPresent(); item = source.next()) {
                read++;
            }
            assertThat(read).isEqualTo(4);
            assertThat(source.touched()).containsExactly(HERE, ELSEWHERE.code());
        }
    }
}
