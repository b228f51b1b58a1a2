package org.mswada.importing.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mswada.application.importing.BillSource;
import org.mswada.application.importing.ImportedBill;
import org.mswada.application.importing.ImportedRecord;
import org.mswada.application.importing.ImportedSponsor;
import org.mswada.application.importing.ImportedSponsorship;
import org.mswada.application.importing.SourceItem;
import org.mswada.importing.demo.DemoLegislature;
import org.mswada.importing.uscongress.RealData;
import org.mswada.importing.uscongress.UsCongressBills;

/** What one program writes, the reader reads as the same. */
final class RoundTripTest {
    @TempDir
    private Path folder;

    @Test
    void the_demo_legislature_comes_back_as_it_is() {
        assertThat(comesBack(DemoLegislature.open())).isEqualTo(300);
    }

    @Test
    void real_bills_with_all_their_oddities_come_back_as_they_are() {
        assertThat(comesBack(UsCongressBills.open(List.of(RealData.bills("sample"))))).isEqualTo(949);
    }

    private int comesBack(BillSource source) {
        List<ImportedBill> bills = new ArrayList<>();
        try (source) {
            for (Optional<SourceItem> item = source.next(); item.isPresent(); item = source.next()) {
                bills.add(withoutSponsorDetails((ImportedBill) ((SourceItem.Read) item.get()).record()));
            }
        }
        List<ImportedRecord> records = InterchangeLines.withDefinitions(bills);
        List<String> lines = Stream
                .concat(Stream.of(InterchangeLines.HEADER), records.stream().map(InterchangeLines::of)).toList();
        ReadBack read = ReadBack.of(folder, lines);
        assertThat(read.reasons()).isEmpty();
        assertThat(read.records()).isEqualTo(records);
        return bills.size();
    }

    /** A bill's line names its sponsors by identifier; who they are stands in lines of their own. */
    private static ImportedBill withoutSponsorDetails(ImportedBill bill) {
        List<ImportedSponsorship> named = bill.sponsorships().stream()
                .map(each -> new ImportedSponsorship(each.sponsor() == null
                        ? null
                        : new ImportedSponsor(each.sponsor().identifier(),
                                each.nameAsPrinted(), null, null, null),
                        each.nameAsPrinted(), each.entityType(), each.role(), each.joinedOn(), each.withdrawnOn()))
                .toList();
        return new ImportedBill(bill.jurisdiction(), bill.session(), bill.identifier(), bill.classification(),
                bill.originChamber(), bill.title(), bill.shortTitle(), bill.summary(), bill.subjects(),
                bill.introducedOn(), bill.lawNumber(), bill.context(), named, bill.actions(), bill.related());
    }
}
