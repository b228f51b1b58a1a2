package org.mswada.application.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mswada.application.memory.InMemoryBillHashes;
import org.mswada.application.memory.InMemoryBillWrites;
import org.mswada.application.memory.InMemoryLegislatureDirectory;
import org.mswada.application.memory.InMemoryLegislatures;
import org.mswada.application.memory.InMemorySponsors;
import org.mswada.application.memory.InMemoryStorage;
import org.mswada.application.memory.Samples;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.bill.BillVersion;
import org.mswada.domain.bill.BillWriteResult;
import org.mswada.domain.identity.IdSource;
import org.mswada.domain.legislature.Chamber;
import org.mswada.domain.legislature.Jurisdiction;
import org.mswada.domain.legislature.JurisdictionId;
import org.mswada.domain.sponsor.ExternalIdentifier;
import org.mswada.domain.sponsor.SponsorContent;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.user.Actor;

/** Bills with what they refer to, stored, stored again, and rehearsed. */
final class ImportRecordsUseCaseTest {
    private static final ImportedBill BILL = Samples.bill("HR 1", "Title");

    private final InMemoryStorage storage = new InMemoryStorage();
    private final RecordedProgress progress = new RecordedProgress();
    private final IdSource ids = Samples.ids();
    private final SponsorProfiles sponsors = new SponsorProfiles(new InMemorySponsors(storage),
            new InMemoryLegislatures(storage), ids);
    private final InMemoryLegislatureDirectory legislatures = new InMemoryLegislatureDirectory(storage);
    private final StoredRecords stored = new StoredRecords(storage, new InMemoryBillHashes(storage), legislatures,
            sponsors);
    private final ImportRecords importer = new ImportRecords(stored,
            new BatchWriter(storage, new InMemoryLegislatures(storage), new InMemorySponsors(storage),
                    new InMemoryBillWrites(storage, bill -> bill.title().equals("Refused")), ids),
            new DefinitionWriter(storage, legislatures, sponsors, ids));

    private ImportSummary imported(BillSource source) {
        return importer.run(Actor.OPERATOR, source, progress).done();
    }

    private static ListSource everything(String title, String sponsorName) {
        return new ListSource().record(new ImportedJurisdiction(BILL.jurisdiction()))
                .record(new ImportedSession(BILL.jurisdiction().code(), BILL.session()))
                .record(profile(sponsorName, "1")).record(profile("Member 2", "2"))
                .bill(Samples.bill("HR 1", title)).bill(Samples.bill("HR 2", "Other"));
    }

    private static ImportedSponsorProfile profile(String name, String... identifiers) {
        return new ImportedSponsorProfile(BILL.jurisdiction(), SponsorContent.asPrinted(name, Chamber.LOWER,
                "District " + identifiers[0], "Rep.",
                Stream.of(identifiers).map(each -> new ExternalIdentifier("test", each)).toList()));
    }

    private static ListSource sponsors(int count) {
        ListSource source = new ListSource();
        IntStream.range(0, count).forEach(number -> source.record(profile("Member " + number, "" + number)));
        return source;
    }

    @Test
    void each_kind_is_stored_in_a_transaction_of_its_own_and_counted() {
        assertThat(imported(everything("Title", "Member 1"))).isEqualTo(new ImportSummary(6, 0, 0, 0));
        assertThat(storage.writes()).isEqualTo(4);
        assertThat(storage.tables().bills()).hasSize(2);
        assertThat(storage.tables().sponsors()).hasSize(2);
    }

    @Test
    void the_same_again_opens_no_unit_that_writes() {
        imported(everything("Title", "Member 1"));
        int writes = storage.writes();
        assertThat(imported(everything("Title", "Member 1"))).isEqualTo(new ImportSummary(0, 0, 6, 0));
        assertThat(storage.writes()).isEqualTo(writes);
    }

    @Test
    void what_changed_is_stored_and_the_rest_is_not_touched() {
        imported(everything("Title", "Member 1"));
        assertThat(imported(everything("Changed", "Renamed"))).isEqualTo(new ImportSummary(0, 2, 4, 0));
        assertThat(storage.tables().sponsors().get(new ExternalIdentifier("test", "1")).content().name().full())
                .isEqualTo("Renamed");
        assertThat(storage.tables().bills().values()).extracting(bill -> bill.content().title())
                .containsExactly("Changed", "Other");
    }

    @Test
    void a_rehearsal_tells_the_same_and_writes_nothing() {
        RehearseImport rehearsal = new RehearseImport(stored);
        assertThat(rehearsal.run(everything("Title", "Member 1"), progress)).isEqualTo(new ImportSummary(6, 0, 0, 0));
        assertThat(storage.writes()).isZero();
        imported(everything("Title", "Member 1"));
        int writes = storage.writes();
        assertThat(rehearsal.run(everything("Changed", "Member 1"), progress))
                .isEqualTo(new ImportSummary(0, 1, 5, 0));
        assertThat(storage.writes()).isEqualTo(writes);
    }

    @Test
    void a_bill_that_was_deleted_here_is_rejected_by_the_rehearsal_as_by_the_import() {
        imported(everything("Title", "Member 1"));
        BillId first = storage.tables().bills().keySet().iterator().next();
        List<BillWriteResult> _ = storage.write(Operation.write("test.delete"),
                session -> new InMemoryBillWrites(storage,
                        bill -> false).deleteBatch(session, List.of(new BillVersion(first, 1))));
        RecordedProgress rehearsed = new RecordedProgress();

        assertThat(new RehearseImport(stored).run(everything("Changed", "Member 1"), rehearsed))
                .isEqualTo(new ImportSummary(0, 0, 5, 1));
        assertThat(imported(everything("Changed", "Member 1"))).isEqualTo(new ImportSummary(0, 0, 5, 1));
        assertThat(rehearsed.rejected).asString().contains("HR 1", "deleted here", "restore it")
                .isEqualTo(progress.rejected.toString());
    }

    @Test
    void what_storage_refuses_is_rejected_alone_with_its_place() {
        Jurisdiction taken = new Jurisdiction(new JurisdictionId("ocd-jurisdiction/country:yy/government"),
                BILL.jurisdiction().code(), "Other", BILL.jurisdiction().classification(),
                BILL.jurisdiction().timeZone());
        imported(everything("Title", "Member 1"));
        assertThat(imported(new ListSource().record(new ImportedJurisdiction(taken))
                .bill(Samples.bill("HR 3", "Refused")).bill(Samples.bill("HR 4", "Stored"))))
                .isEqualTo(new ImportSummary(1, 0, 0, 2));
        assertThat(progress.rejected).hasSize(2).first().asString().startsWith("list:1 ");
    }

    @Test
    void sponsors_alone_are_stored_in_batches_with_their_jurisdiction_and_a_second_run_changes_nothing() {
        int count = 2 * BatchReader.MAXIMUM_ITEMS + 1;
        assertThat(imported(sponsors(count))).isEqualTo(new ImportSummary(count, 0, 0, 0));
        assertThat(storage.writes()).isEqualTo(3);
        assertThat(storage.tables().sponsors()).hasSize(count);
        assertThat(imported(sponsors(count))).isEqualTo(new ImportSummary(0, 0, count, 0));
        assertThat(storage.writes()).isEqualTo(3);
    }

    @Test
    void a_sponsor_who_cannot_be_told_apart_is_named_and_the_rest_is_stored() {
        imported(new ListSource().record(profile("One", "1")).record(profile("Two", "2")));
        ImportSummary expected = new ImportSummary(1, 0, 0, 2);
        assertThat(new RehearseImport(stored).run(ambiguous(), progress)).isEqualTo(expected);
        assertThat(imported(ambiguous())).isEqualTo(expected);
        assertThat(progress.rejected).hasSize(4).element(3).asString().startsWith("list:2 ");
        assertThat(storage.tables().sponsors()).containsKey(new ExternalIdentifier("test", "4"))
                .doesNotContainKey(new ExternalIdentifier("test", "3"));
    }

    private static ListSource ambiguous() {
        return new ListSource().broken("no good").record(profile("Both", "1", "2", "3")).record(profile("Four", "4"));
    }

    @Test
    void a_source_that_is_stopped_ends_with_all_that_was_read_stored() {
        StoppableSource source = new StoppableSource(everything("Title", "Member 1"));
        source.next();
        source.next();
        source.stop();
        assertThat(imported(source)).isEqualTo(ImportSummary.NONE);
        assertThat(source.isCutShort()).isTrue();
        assertThat(source.reached()).contains(new SourceLocation("list", 2));
    }

    @Test
    void a_source_that_ended_before_it_was_stopped_is_whole() {
        StoppableSource source = new StoppableSource(everything("Title", "Member 1"));
        assertThat(imported(source).inserted()).isEqualTo(6);
        source.stop();
        assertThat(source.next()).isEmpty();
        assertThat(source.isCutShort()).isFalse();
    }
}
