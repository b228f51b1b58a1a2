package org.mswada.http;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mswada.domain.sponsor.ExternalIdentifier;
import org.mswada.domain.sponsor.NewSponsor;
import org.mswada.domain.sponsor.Sponsor;
import org.mswada.domain.sponsor.SponsorContent;
import org.mswada.domain.sponsor.SponsorId;
import org.mswada.domain.sponsor.SponsorRepository;
import org.mswada.domain.sponsor.SponsorUpsertResult;
import org.mswada.domain.sponsor.SponsorWriteResult;
import org.mswada.domain.storage.ReadSession;
import org.mswada.domain.storage.WriteSession;

/** Sponsors that never change. */
final class InMemorySponsors implements SponsorRepository {
    private static final String REFUSAL = "these sponsors never change";

    final List<Sponsor> sponsors;

    InMemorySponsors(List<Sponsor> sponsors) {
        this.sponsors = sponsors;
    }

    @Override
    public Optional<Sponsor> findById(ReadSession session, SponsorId id) {
        return sponsors.stream().filter(sponsor -> sponsor.id().equals(id)).findFirst();
    }

    @Override
    public List<Sponsor> findByIds(ReadSession session, List<SponsorId> ids) {
        return ids.stream().flatMap(id -> findById(session, id).stream()).toList();
    }

    @Override
    public Optional<Sponsor> findByIdentifier(ReadSession session, ExternalIdentifier identifier) {
        return sponsors.stream().filter(sponsor -> sponsor.content().identifiers().contains(identifier)).findFirst();
    }

    @Override
    public boolean isKnown(ReadSession session, ExternalIdentifier identifier) {
        return findByIdentifier(session, identifier).isPresent();
    }

    @Override
    public Map<ExternalIdentifier, Sponsor> findByIdentifiers(ReadSession session,
            Collection<ExternalIdentifier> identifiers) {
        return identifiers.stream().distinct()
                .filter(identifier -> findByIdentifier(session, identifier).isPresent())
                .collect(Collectors.toMap(Function.identity(),
                        identifier -> findByIdentifier(session, identifier).orElseThrow()));
    }

    @Override
    public Map<ExternalIdentifier, SponsorId> ensureAll(WriteSession session, List<NewSponsor> given) {
        throw new UnsupportedOperationException(REFUSAL);
    }

    @Override
    public SponsorWriteResult create(WriteSession session, NewSponsor sponsor) {
        throw new UnsupportedOperationException(REFUSAL);
    }

    @Override
    public SponsorWriteResult update(WriteSession session, SponsorId id, SponsorContent content, int expectedVersion) {
        throw new UnsupportedOperationException(REFUSAL);
    }

    @Override
    public List<SponsorUpsertResult> upsertBatch(WriteSession session, List<NewSponsor> given) {
        throw new UnsupportedOperationException(REFUSAL);
    }
}
