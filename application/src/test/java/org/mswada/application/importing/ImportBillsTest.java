package org.mswada.application.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mswada.application.memory.InMemoryBillWrites;
import org.mswada.application.memory.InMemoryLegislatures;
import org.mswada.application.memory.InMemorySponsors;
import org.mswada.application.memory.InMemoryStorage;
import org.mswada.application.memory.Samples;
import org.mswada.application.memory.Tables;
import org.mswada.domain.bill.BillContent;
import org.mswada.domain.bill.BillStatus;
import org.mswada.domain.bill.Sponsorship;
import org.mswada.domain.sponsor.ExternalIdentifier;
import org.mswada.domain.sponsor.Sponsor;
import org.mswada.domain.storage.StorageUnavailable;
import org.mswada.domain.user.Actor;

final class ImportBillsTest {
    private final InMemoryStorage storage = new InMemoryStorage();
    private final RecordedProgress progress = new RecordedProgress();

    private ImportBills importer(Predicate<BillContent> refused) {
        return new ImportBills(
                new BatchWriter(storage, new InMemoryLegislatures(storage), new InMemorySponsors(storage),
                        new InMemoryBillWrites(storage, refused), Samples.ids()));
    }

    private ImportSummary run(BillSource source) {
        return importer(bill -> false).run(Actor.OPERATOR, source, progress).done();
    }

    private static List<ImportedBill> bills(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(number -> Samples.bill("HR " + number, "Title " + number))
                .toList();
    }

    @Test
    void bills_are_stored_in_batches_and_counted_after_each() {
        ImportSummary summary = run(new ListSource().bills(bills(2 * BatchReader.MAXIMUM_ITEMS + 1)));
        assertThat(summary).isEqualTo(new ImportSummary(501, 0, 0, 0));
        assertThat(progress.stored).containsExactly(new ImportSummary(250, 0, 0, 0), new ImportSummary(500, 0, 0, 0),
                summary);
        assertThat(storage.writes()).isEqualTo(3);
        assertThat(storage.tables().bills()).hasSize(501);
    }

    @Test
    void a_full_last_batch_is_stored_once() {
        assertThat(run(new ListSource().bills(bills(BatchReader.MAXIMUM_ITEMS))).total()).isEqualTo(250);
        assertThat(storage.writes()).isEqualTo(1);
    }

    @Test
    void an_empty_source_writes_nothing() {
        assertThat(run(new ListSource())).isEqualTo(ImportSummary.NONE);
        assertThat(progress.stored).isEmpty();
        assertThat(storage.writes()).isZero();
    }

    @Test
    void running_again_stores_only_what_changed() {
        run(new ListSource().bills(bills(3)));
        ImportSummary summary = run(new ListSource().bill(Samples.bill("HR 1", "Title 1"))
                .bill(Samples.bill("H.R. 2", "Title 2")).bill(Samples.bill("HR 3", "Changed"))
                .bill(Samples.bill("HR 4", "New")));
        assertThat(summary).isEqualTo(new ImportSummary(1, 2, 1, 0));
        assertThat(storage.tables().bills().values()).extracting(Tables.StoredBill::version).containsExactly(1, 2, 2,
                1);
        assertThat(storage.tables().bills().values()).extracting(stored -> stored.content().title())
                .containsExactly("Title 1", "Title 2", "Changed", "New");
    }

    @Test
    void a_number_that_comes_twice_in_a_batch_is_stored_twice_the_last_one_counts() {
        ImportSummary summary = run(new ListSource().bill(Samples.bill("HR 1", "First"))
                .bill(Samples.bill("HR 2", "Other")).bill(Samples.bill("HR 1", "Last")));
        assertThat(summary).isEqualTo(new ImportSummary(2, 1, 0, 0));
        assertThat(storage.tables().bills().values()).extracting(stored -> stored.content().title())
                .containsExactly("Last", "Other");
    }

    @Test
    void another_spelling_of_a_number_in_a_batch_is_the_same_bill() {
        ImportSummary summary = run(
                new ListSource().bill(Samples.bill("HR 1", "First")).bill(Samples.bill("H.R. 01", "Last")));
        assertThat(summary).isEqualTo(new ImportSummary(1, 1, 0, 0));
        assertThat(storage.writes()).as("no batch holds a bill twice").isEqualTo(2);
    }

    @Test
    void the_same_number_in_another_session_is_another_bill() {
        ImportSummary summary = run(new ListSource().bill(Samples.bill("2024", "HR 1", "Old"))
                .bill(Samples.bill("2025", "HR 1", "New")));
        assertThat(summary).isEqualTo(new ImportSummary(2, 0, 0, 0));
        assertThat(storage.tables().sessions()).hasSize(2);
        assertThat(storage.writes()).isEqualTo(1);
    }

    @Test
    void a_bill_that_the_database_refuses_is_rejected_alone() {
        ImportSummary summary = importer(bill -> bill.title().equals("Title 2"))
                .run(Actor.OPERATOR, new ListSource().bills(bills(4)), progress).done();
        assertThat(summary).isEqualTo(new ImportSummary(3, 0, 0, 1));
        assertThat(progress.rejected).containsExactly("list:2 bill HR 2 is refused");
        assertThat(progress.stored).containsExactly(summary);
        assertThat(storage.tables().bills()).hasSize(3);
    }

    @Test
    void a_broken_item_is_rejected_with_its_place_and_the_rest_is_stored() {
        ImportSummary summary = run(new ListSource().bill(Samples.bill("HR 1", "One")).broken("not JSON")
                .bill(Samples.bill("HR 3", "Three")));
        assertThat(summary).isEqualTo(new ImportSummary(2, 0, 0, 1));
        assertThat(summary.total()).isEqualTo(3);
        assertThat(progress.rejected).containsExactly("list:2 not JSON");
    }

    @Test
    void storage_trouble_ends_the_import_and_keeps_what_is_stored() {
        StorageUnavailable away = new StorageUnavailable("the database is away; try again later", null);
        ImportBills importer = importer(bill -> {
            if (bill.title().equals("Title 300")) {
                throw away;
            }
            return false;
        });
        assertThatThrownBy(() -> importer.run(Actor.OPERATOR, new ListSource().bills(bills(600)), progress))
                .isSameAs(away);
        assertThat(storage.tables().bills()).hasSize(BatchReader.MAXIMUM_ITEMS);
        assertThat(progress.stored).containsExactly(new ImportSummary(250, 0, 0, 0));
    }

    @Test
    void what_was_stored_one_by_one_before_storage_trouble_is_told() {
        StorageUnavailable away = new StorageUnavailable("the database is away; try again later", null);
        ImportBills importer = importer(bill -> {
            if (bill.title().equals("Title 253") && !storage.tables().bills().isEmpty()
                    && storage.tables().bills().size() == BatchReader.MAXIMUM_ITEMS + 1) {
                throw away;
            }
            return bill.title().equals("Title 252");
        });
        assertThatThrownBy(() -> importer.run(Actor.OPERATOR, new ListSource().bills(bills(600)), progress))
                .isSameAs(away);
        assertThat(storage.tables().bills()).hasSize(BatchReader.MAXIMUM_ITEMS + 1);
        assertThat(progress.rejected).containsExactly("list:252 bill HR 252 is refused");
        assertThat(progress.stored).containsExactly(new ImportSummary(250, 0, 0, 0), new ImportSummary(251, 0, 0, 1));
    }

    @Test
    void a_sponsor_is_stored_once_and_named_by_every_bill() {
        run(new ListSource().bills(bills(300)));
        assertThat(storage.tables().sponsors()).hasSize(2);
        Sponsor first = storage.tables().sponsors().get(new ExternalIdentifier("test", "1"));
        assertThat(first.content().name().full()).isEqualTo("Member 1");
        assertThat(first.content().district()).isEqualTo("District 1");
        assertThat(first.jurisdiction()).isEqualTo(Samples.JURISDICTION.code());
        for (Tables.StoredBill bill : storage.tables().bills().values()) {
            List<Sponsorship> sponsorships = bill.content().sponsorships();
            assertThat(sponsorships).extracting(Sponsorship::ordinal).containsExactly(0, 1, 2);
            assertThat(sponsorships.getFirst().sponsor()).isEqualTo(first.id());
            assertThat(sponsorships.getLast().sponsor()).isNull();
            assertThat(sponsorships.getLast().nameAsPrinted()).isEqualTo("Somebody");
        }
    }

    @Test
    void the_status_is_stored_with_the_bill() {
        run(new ListSource().bills(bills(1)));
        BillContent content = storage.tables().bills().values().iterator().next().content();
        assertThat(content.progress().status()).isEqualTo(BillStatus.IN_COMMITTEE);
        assertThat(content.progress().statusAction()).isEqualTo(1);
    }
}
