package org.mswada.application.sponsor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mswada.application.memory.InMemoryStorage;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.legislature.JurisdictionCode;
import org.mswada.domain.sponsor.ExternalIdentifier;
import org.mswada.domain.sponsor.Membership;
import org.mswada.domain.sponsor.SponsorCursor;
import org.mswada.domain.sponsor.SponsorDirectory;
import org.mswada.domain.sponsor.SponsorFilter;
import org.mswada.domain.sponsor.SponsorId;
import org.mswada.domain.sponsor.SponsorMatch;
import org.mswada.domain.sponsor.SponsorMetrics;
import org.mswada.domain.sponsor.SponsorPage;
import org.mswada.domain.sponsorship.SponsorshipLinks;
import org.mswada.domain.sponsorship.SponsorshipPlace;
import org.mswada.domain.sponsorship.UnlinkedSponsorship;
import org.mswada.domain.storage.ReadSession;
import org.mswada.domain.storage.WriteSession;

/** Work that is done in parts ends after the part at hand when it is told to. */
final class StoppedWorkTest {
    private static final int PARTS = 3;
    private static final JurisdictionCode HERE = new JurisdictionCode("xx");

    private final InMemoryStorage storage = new InMemoryStorage();

    @Test
    void linking_ends_after_a_part_when_it_is_told_to_and_after_all_when_not() {
        LinkSponsorships links = new LinkSponsorships(storage, new LinksInParts());

        assertThat(links.byName(HERE, _ -> {}, () -> false).linked()).isEqualTo(PARTS);
        assertThat(links.byName(HERE, _ -> {}, afterOnePart()).linked()).isEqualTo(1);
        assertThat(links.byName(HERE, _ -> {}, () -> true)).isEqualTo(LinkSummary.NONE);
    }

    @Test
    void counting_ends_after_a_part_when_it_is_told_to_and_after_all_when_not() {
        RecomputeSponsorMetrics metrics = new RecomputeSponsorMetrics(storage, new MetricsInParts());

        assertThat(metrics.of(HERE, () -> false)).isEqualTo(PARTS);
        assertThat(metrics.of(HERE, afterOnePart())).isEqualTo(1);
        assertThat(metrics.of(HERE, () -> true)).isZero();
    }

    private static BooleanSupplier afterOnePart() {
        AtomicInteger asked = new AtomicInteger();
        return () -> asked.getAndIncrement() > 0;
    }

    private static UUID part(long number) {
        return new UUID(0, number);
    }

    /** One sponsorship in each part. */
    private static final class LinksInParts implements SponsorshipLinks {
        @Override
        public LinkStep linkByName(WriteSession session, JurisdictionCode jurisdiction, SponsorshipPlace after,
                int limit) {
            long number = after.bill().value().getLeastSignificantBits() + 1;
            return new LinkStep(1, List.of(), 0,
                    number == PARTS ? null : new SponsorshipPlace(new BillId(part(number)), 0));
        }

        @Override
        public int linkByIdentifier(WriteSession session, Map<SponsorshipPlace, ExternalIdentifier> identifiers) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<UnlinkedSponsorship> unlinked(ReadSession session, JurisdictionCode jurisdiction,
                SponsorshipPlace after, int limit) {
            throw new UnsupportedOperationException();
        }
    }

    /** One sponsor in each part. */
    private static final class MetricsInParts implements SponsorDirectory {
        @Override
        public MetricsStep recomputeMetrics(WriteSession session, JurisdictionCode jurisdiction,
                @Nullable SponsorId after,
                int limit) {
            long number = after == null ? 1 : after.value().getLeastSignificantBits() + 1;
            return new MetricsStep(1, 1, number == PARTS ? null : new SponsorId(part(number)));
        }

        @Override
        public SponsorPage list(ReadSession session, SponsorFilter filter, SponsorCursor after, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<SponsorMatch> search(ReadSession session, String text, @Nullable JurisdictionCode jurisdiction,
                int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<SponsorId, List<Membership>> membershipsAt(ReadSession session, Collection<SponsorId> sponsors,
                LocalDate day) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<SponsorId, SponsorMetrics> metrics(ReadSession session, Collection<SponsorId> sponsors) {
            throw new UnsupportedOperationException();
        }
    }
}
