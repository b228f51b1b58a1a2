package org.mswada.db.repository;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mswada.db.repository.SponsorDirectoryQueries.Placed;
import org.mswada.domain.legislature.JurisdictionCode;
import org.mswada.domain.sponsor.Membership;
import org.mswada.domain.sponsor.SponsorCursor;
import org.mswada.domain.sponsor.SponsorDirectory;
import org.mswada.domain.sponsor.SponsorFilter;
import org.mswada.domain.sponsor.SponsorId;
import org.mswada.domain.sponsor.SponsorMatch;
import org.mswada.domain.sponsor.SponsorMetrics;
import org.mswada.domain.sponsor.SponsorPage;
import org.mswada.domain.sponsor.SponsorRepository;
import org.mswada.domain.storage.ReadSession;
import org.mswada.domain.storage.WriteSession;

/** Sponsors in PostgreSQL, by what they are and what they do. */
final class JooqSponsorDirectory implements SponsorDirectory {
    @Inject
    JooqSponsorDirectory() {}

    @Override
    public SponsorPage list(ReadSession session, SponsorFilter filter, SponsorCursor after, int limit) {
        // One row more than the page holds tells whether there is a next page.
        List<Placed> found = SponsorDirectoryQueries.LIST.list(session,
                new SponsorListing(filter, after, SponsorPage.checkLimit(limit) + 1));
        List<Placed> page = found.size() > limit ? found.subList(0, limit) : found;
        return new SponsorPage(page.stream().map(Placed::sponsor).toList(),
                found.size() > limit ? page.getLast().cursor() : null);
    }

    @Override
    public List<SponsorMatch> search(ReadSession session, String text, @Nullable JurisdictionCode jurisdiction,
            int limit) {
        return SponsorSearch.run(session, text, jurisdiction, SponsorPage.checkLimit(limit));
    }

    @Override
    public Map<SponsorId, List<Membership>> membershipsAt(ReadSession session, Collection<SponsorId> sponsors,
            LocalDate day) {
        SponsorRepository.checkBatch(sponsors);
        return OfSponsor.bySponsor(SponsorDirectoryQueries.MEMBERSHIPS_AT.list(session,
                new SponsorDirectoryQueries.OnDay(sponsors, day)));
    }

    @Override
    public Map<SponsorId, SponsorMetrics> metrics(ReadSession session, Collection<SponsorId> sponsors) {
        SponsorRepository.checkBatch(sponsors);
        return SponsorDirectoryQueries.METRICS.list(session, sponsors).stream()
                .collect(Collectors.toMap(OfSponsor::sponsor, OfSponsor::part));
    }

    @Override
    public MetricsStep recomputeMetrics(WriteSession session, JurisdictionCode jurisdiction, @Nullable SponsorId after,
            int limit) {
        return SponsorMetricsCount.run(session, jurisdiction, after, SponsorPage.checkLimit(limit));
    }
}
