package org.mswada.http;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.legislature.JurisdictionCode;
import org.mswada.domain.sponsor.Membership;
import org.mswada.domain.sponsor.Sponsor;
import org.mswada.domain.sponsor.SponsorCursor;
import org.mswada.domain.sponsor.SponsorDirectory;
import org.mswada.domain.sponsor.SponsorFilter;
import org.mswada.domain.sponsor.SponsorId;
import org.mswada.domain.sponsor.SponsorMatch;
import org.mswada.domain.sponsor.SponsorMetrics;
import org.mswada.domain.sponsor.SponsorOverview;
import org.mswada.domain.sponsor.SponsorPage;
import org.mswada.domain.storage.ReadSession;
import org.mswada.domain.storage.WriteSession;

/** Lists and finds the sponsors of the samples. */
final class InMemoryDirectory implements SponsorDirectory {
    private final InMemorySponsors sponsors;

    InMemoryDirectory(InMemorySponsors sponsors) {
        this.sponsors = sponsors;
    }

    @Override
    public SponsorPage list(ReadSession session, SponsorFilter filter, SponsorCursor after, int limit) {
        List<SponsorOverview> rest = overviews().stream()
                .filter(sponsor -> filter.chamber() == null || filter.chamber() == sponsor.chamber())
                .filter(sponsor -> sponsor.name().compareTo(after.sortName()) > 0).toList();
        List<SponsorOverview> page = rest.stream().limit(limit).toList();
        return new SponsorPage(page, rest.size() > limit
                ? new SponsorCursor(page.getLast().name(), page.getLast().id())
                : null);
    }

    private List<SponsorOverview> overviews() {
        return sponsors.sponsors.stream().map(InMemoryDirectory::overview)
                .sorted(Comparator.comparing(SponsorOverview::name)).toList();
    }

    private static SponsorOverview overview(Sponsor sponsor) {
        return new SponsorOverview(sponsor.id(), sponsor.jurisdiction(), sponsor.content().name().full(),
                sponsor.content().party(), sponsor.content().chamber(), sponsor.content().district(),
                sponsor.content().isActive());
    }

    @Override
    public List<SponsorMatch> search(ReadSession session, String text, @Nullable JurisdictionCode jurisdiction,
            int limit) {
        return overviews().stream()
                .filter(sponsor -> sponsor.name().toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT)))
                .limit(limit).map(sponsor -> new SponsorMatch(sponsor, 1)).toList();
    }

    @Override
    public Map<SponsorId, List<Membership>> membershipsAt(ReadSession session, Collection<SponsorId> ids,
            LocalDate day) {
        throw notNeeded();
    }

    @Override
    public Map<SponsorId, SponsorMetrics> metrics(ReadSession session, Collection<SponsorId> ids) {
        throw notNeeded();
    }

    @Override
    public MetricsStep recomputeMetrics(WriteSession session, JurisdictionCode jurisdiction, @Nullable SponsorId after,
            int limit) {
        throw notNeeded();
    }

    private static UnsupportedOperationException notNeeded() {
        return new UnsupportedOperationException("nobody here asks for that");
    }
}
