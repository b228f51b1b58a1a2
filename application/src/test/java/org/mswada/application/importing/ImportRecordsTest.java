package org.mswada.application.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mswada.application.memory.Samples;
import org.mswada.domain.bill.BillAction;
import org.mswada.domain.bill.BillContext;
import org.mswada.domain.bill.SponsorEntityType;
import org.mswada.domain.bill.SponsorshipRole;
import org.mswada.domain.bill.UpsertResult;
import org.mswada.domain.sponsor.ExternalIdentifier;

final class ImportRecordsTest {
    private static final ImportedBill BILL = Samples.bill("HR 1", "Title");

    private static ImportedBill bill(String title, List<String> subjects, List<BillAction> actions) {
        return new ImportedBill(BILL.jurisdiction(), BILL.session(), BILL.identifier(), BILL.classification(),
                BILL.originChamber(), title, null, null, subjects, BILL.introducedOn(), null, BillContext.NONE,
                List.of(),
                actions, List.of());
    }

    @Test
    void repeated_subjects_are_dropped_and_the_first_keeps_its_place() {
        assertThat(bill("Title", List.of("Trade", "Tax", "Trade"), List.of()).subjects()).containsExactly("Trade",
                "Tax");
    }

    @Test
    void blank_titles_and_subjects_are_refused() {
        assertThatThrownBy(() -> bill(" ", List.of(), List.of())).hasMessage("bill HR 1 has a blank title");
        assertThatThrownBy(() -> bill("Title", List.of("Tax", ""), List.of()))
                .hasMessage("bill HR 1 has a blank subject");
    }

    @Test
    void actions_out_of_order_are_refused() {
        assertThatThrownBy(() -> bill("Title", List.of(), BILL.actions().reversed()))
                .hasMessage("bill HR 1: action at place 0 has sequence 1");
    }

    @Test
    void blank_names_are_refused() {
        assertThatThrownBy(() -> new ImportedSponsor(new ExternalIdentifier("test", "1"), " ", null, null, null))
                .hasMessage("sponsor test 1 has a blank name");
        assertThatThrownBy(
                () -> new ImportedSponsorship(null, "", SponsorEntityType.OTHER, SponsorshipRole.JOINT, null, null))
                .hasMessage("a sponsorship has a blank name");
    }

    @Test
    void a_place_reads_as_file_and_line() {
        assertThat(new SourceLocation("bills.ndjson", 7)).hasToString("bills.ndjson:7");
    }

    @Test
    void a_summary_counts_each_outcome() {
        ImportSummary summary = ImportSummary.NONE.with(UpsertResult.INSERTED).with(UpsertResult.UPDATED)
                .with(UpsertResult.UPDATED).with(UpsertResult.UNCHANGED).withRejected();
        assertThat(summary).isEqualTo(new ImportSummary(1, 2, 1, 1));
        assertThat(summary.total()).isEqualTo(5);
    }
}
