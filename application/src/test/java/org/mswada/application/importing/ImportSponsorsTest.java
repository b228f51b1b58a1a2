package org.mswada.application.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mswada.application.memory.InMemoryLegislatures;
import org.mswada.application.memory.InMemorySponsors;
import org.mswada.application.memory.InMemoryStorage;
import org.mswada.application.memory.Samples;
import org.mswada.domain.legislature.Jurisdiction;
import org.mswada.domain.sponsor.ExternalIdentifier;
import org.mswada.domain.sponsor.SponsorContent;
import org.mswada.domain.user.Actor;

final class ImportSponsorsTest {
    private static final Jurisdiction HERE = Samples.bill("HR 1", "Title").jurisdiction();

    private final InMemoryStorage storage = new InMemoryStorage();
    private final RecordedProgress progress = new RecordedProgress();
    private final ImportSponsors importer = new ImportSponsors(new SponsorBatchWriter(storage,
            new InMemoryLegislatures(storage), new InMemorySponsors(storage), UUID::randomUUID));

    @Test
    void all_are_stored_in_batches_and_a_second_run_changes_nothing() {
        List<SponsorItem> items = IntStream.range(0, 2 * ImportSponsors.BATCH + 1)
                .<SponsorItem>mapToObj(number -> item(number, String.valueOf(number))).toList();

        assertThat(run(items)).isEqualTo(new ImportSummary(items.size(), 0, 0, 0));
        assertThat(storage.writes()).isEqualTo(3);
        assertThat(storage.tables().sponsors()).hasSize(items.size());
        assertThat(run(items)).isEqualTo(new ImportSummary(0, 0, items.size(), 0));
    }

    @Test
    void what_is_broken_or_cannot_be_told_apart_is_named_and_the_rest_is_stored() {
        SponsorItem broken = new SponsorItem.Broken(new SourceLocation("file", 2), "no good", "mend it");
        assertThat(run(List.of(item(1, "1"), item(2, "2")))).isEqualTo(new ImportSummary(2, 0, 0, 0));

        assertThat(run(List.of(broken, item(3, "1", "2"), item(4, "4"), item(5)))).isEqualTo(
                new ImportSummary(1, 0, 0, 3));

        assertThat(progress.rejected).hasSize(3);
        assertThat(storage.tables().sponsors()).containsKey(new ExternalIdentifier("test", "4"));
    }

    private ImportSummary run(List<SponsorItem> items) {
        return importer.run(Actor.OPERATOR, new Items(new ArrayDeque<>(items)), progress).done();
    }

    private static SponsorItem item(long line, String... identifiers) {
        List<ExternalIdentifier> all = new ArrayList<>();
        for (String identifier : identifiers) {
            all.add(new ExternalIdentifier("test", identifier));
        }
        return new SponsorItem.Read(new SourceLocation("file", line), HERE,
                SponsorContent.asPrinted("Member " + line, null, null, null, all));
    }

    /** Yields these. */
    private record Items(Queue<SponsorItem> items) implements SponsorSource {
        @Override
        public Optional<SponsorItem> next() {
            return Optional.ofNullable(items.poll());
        }

        @Override
        public void close() {
            items.clear();
        }
    }
}
