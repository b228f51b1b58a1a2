package org.mswada.application.memory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.mswada.domain.sponsor.ExternalIdentifier;
import org.mswada.domain.sponsor.Sponsor;
import org.mswada.domain.sponsor.SponsorId;
import org.mswada.domain.sponsor.SponsorRepository;
import org.mswada.domain.storage.ReadSession;
import org.mswada.domain.storage.WriteSession;

/** Sponsors in memory. */
public final class InMemorySponsors implements SponsorRepository {
    private final InMemoryStorage storage;

    /** Keeps them in {@code storage}. */
    public InMemorySponsors(InMemoryStorage storage) {
        this.storage = storage;
    }

    @Override
    public Optional<Sponsor> findById(ReadSession session, SponsorId id) {
        return storage.tables(session).sponsors.values().stream().filter(sponsor -> sponsor.id().equals(id))
                .findFirst();
    }

    @Override
    public Optional<Sponsor> findByIdentifier(ReadSession session, ExternalIdentifier identifier) {
        return Optional.ofNullable(storage.tables(session).sponsors.get(identifier));
    }

    @Override
    public Map<ExternalIdentifier, SponsorId> ensureAll(WriteSession session, List<Sponsor> sponsors) {
        Map<ExternalIdentifier, Sponsor> stored = storage.tables(session).sponsors;
        Map<ExternalIdentifier, SponsorId> found = new HashMap<>();
        for (Sponsor sponsor : sponsors) {
            Sponsor known = sponsor.identifiers().stream().filter(stored::containsKey).findFirst().map(stored::get)
                    .orElse(sponsor);
            known.identifiers().forEach(identifier -> stored.put(identifier, known));
            sponsor.identifiers().forEach(identifier -> found.put(identifier, known.id()));
        }
        return found;
    }
}
