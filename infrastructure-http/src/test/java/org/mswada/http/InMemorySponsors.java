package org.mswada.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mswada.domain.sponsor.ExternalIdentifier;
import org.mswada.domain.sponsor.Sponsor;
import org.mswada.domain.sponsor.SponsorId;
import org.mswada.domain.sponsor.SponsorRepository;
import org.mswada.domain.storage.ReadSession;
import org.mswada.domain.storage.WriteSession;

/** Sponsors that never change. */
final class InMemorySponsors implements SponsorRepository {
    private final List<Sponsor> sponsors;

    InMemorySponsors(List<Sponsor> sponsors) {
        this.sponsors = sponsors;
    }

    @Override
    public Optional<Sponsor> findById(ReadSession session, SponsorId id) {
        return sponsors.stream().filter(sponsor -> sponsor.id().equals(id)).findFirst();
    }

    @Override
    public Optional<Sponsor> findByIdentifier(ReadSession session, ExternalIdentifier identifier) {
        return sponsors.stream().filter(sponsor -> sponsor.identifiers().contains(identifier)).findFirst();
    }

    @Override
    public Map<ExternalIdentifier, SponsorId> ensureAll(WriteSession session, List<Sponsor> given) {
        throw new UnsupportedOperationException("these sponsors never change");
    }
}
