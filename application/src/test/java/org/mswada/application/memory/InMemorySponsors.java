package org.mswada.application.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

/** Sponsors in memory. */
public final class InMemorySponsors implements SponsorRepository {
    private final InMemoryStorage storage;

    /** Keeps them in {@code storage}. */
    public InMemorySponsors(InMemoryStorage storage) {
        this.storage = storage;
    }

    @Override
    public Optional<Sponsor> findById(ReadSession session, SponsorId id) {
        return Optional.ofNullable(stored(session).get(id));
    }

    @Override
    public List<Sponsor> findByIds(ReadSession session, List<SponsorId> ids) {
        SponsorRepository.checkBatch(ids);
        return ids.stream().flatMap(id -> findById(session, id).stream()).toList();
    }

    @Override
    public Optional<Sponsor> findByIdentifier(ReadSession session, ExternalIdentifier identifier) {
        return stored(session).values().stream().filter(each -> each.content().identifiers().contains(identifier))
                .findFirst();
    }

    @Override
    public boolean isKnown(ReadSession session, ExternalIdentifier identifier) {
        return findByIdentifier(session, identifier).isPresent();
    }

    @Override
    public Map<ExternalIdentifier, Sponsor> findByIdentifiers(ReadSession session,
            Collection<ExternalIdentifier> identifiers) {
        Map<ExternalIdentifier, Sponsor> found = new HashMap<>();
        identifiers.forEach(identifier -> findByIdentifier(session, identifier)
                .ifPresent(sponsor -> found.put(identifier, sponsor)));
        return found;
    }

    @Override
    public Map<ExternalIdentifier, SponsorId> ensureAll(WriteSession session, List<NewSponsor> sponsors) {
        Map<ExternalIdentifier, SponsorId> found = new HashMap<>();
        for (NewSponsor sponsor : sponsors) {
            Sponsor known = holders(session, sponsor.content()).stream().findFirst()
                    .orElseGet(() -> insert(session, sponsor));
            sponsor.content().identifiers().forEach(identifier -> found.put(identifier, known.id()));
        }
        return found;
    }

    @Override
    public SponsorWriteResult create(WriteSession session, NewSponsor sponsor) {
        if (isOfUnknownJurisdiction(session, sponsor)) {
            return new SponsorWriteResult.UnknownJurisdiction(sponsor.jurisdiction());
        }
        SponsorWriteResult taken = taken(session, null, sponsor.content());
        return taken == null ? new SponsorWriteResult.Written(insert(session, sponsor).id(), 1) : taken;
    }

    @Override
    public SponsorWriteResult update(WriteSession session, SponsorId id, SponsorContent content, int expectedVersion) {
        Sponsor known = stored(session).get(id);
        if (known == null) {
            return new SponsorWriteResult.Missing();
        }
        if (known.version() != expectedVersion) {
            return new SponsorWriteResult.Stale(known.version());
        }
        SponsorWriteResult taken = taken(session, id, content);
        return taken == null ? new SponsorWriteResult.Written(id, replace(session, known, content).version()) : taken;
    }

    @Override
    public List<SponsorUpsertResult> upsertBatch(WriteSession session, List<NewSponsor> sponsors) {
        SponsorRepository.checkBatch(sponsors);
        List<SponsorUpsertResult> results = new ArrayList<>();
        List<ExternalIdentifier> seen = new ArrayList<>();
        for (NewSponsor sponsor : sponsors) {
            List<ExternalIdentifier> given = sponsor.content().identifiers();
            boolean again = given.stream().anyMatch(seen::contains);
            seen.addAll(given);
            results.add(again ? new SponsorUpsertResult.Rejected("twice in one batch") : upsert(session, sponsor));
        }
        return results;
    }

    private SponsorUpsertResult upsert(WriteSession session, NewSponsor sponsor) {
        List<Sponsor> holders = holders(session, sponsor.content());
        if (sponsor.content().identifiers().isEmpty() || holders.size() > 1
                || isOfUnknownJurisdiction(session, sponsor)) {
            return new SponsorUpsertResult.Rejected("no identifier, those of several, or an unknown jurisdiction");
        }
        if (holders.isEmpty()) {
            return new SponsorUpsertResult.Inserted(insert(session, sponsor).id());
        }
        Sponsor known = holders.getFirst();
        SponsorContent content = known.content().supplementedBy(sponsor.content());
        return replace(session, known, content).version() == known.version()
                ? new SponsorUpsertResult.Unchanged(known.id())
                : new SponsorUpsertResult.Updated(known.id());
    }

    private Sponsor insert(WriteSession session, NewSponsor sponsor) {
        Sponsor stored = new Sponsor(sponsor.id(), sponsor.jurisdiction(), sponsor.content().activeOr(true), 1,
                Instant.EPOCH,
                Instant.EPOCH);
        stored(session).put(sponsor.id(), stored);
        return stored;
    }

    private Sponsor replace(WriteSession session, Sponsor known, SponsorContent given) {
        SponsorContent content = given.activeOr(known.content().isActive());
        if (known.content().equals(content)) {
            return known;
        }
        Sponsor changed = new Sponsor(known.id(), known.jurisdiction(), content, known.version() + 1,
                known.createdAt(), known.updatedAt());
        stored(session).put(known.id(), changed);
        return changed;
    }

    private @Nullable SponsorWriteResult taken(WriteSession session, @Nullable SponsorId own, SponsorContent content) {
        return content.identifiers().stream()
                .flatMap(identifier -> findByIdentifier(session, identifier).stream()
                        .filter(holder -> !holder.id().equals(own))
                        .map(holder -> new SponsorWriteResult.IdentifierTaken(identifier, holder.id())))
                .findFirst().orElse(null);
    }

    private List<Sponsor> holders(ReadSession session, SponsorContent content) {
        return content.identifiers().stream().flatMap(each -> findByIdentifier(session, each).stream()).distinct()
                .toList();
    }

    private boolean isOfUnknownJurisdiction(ReadSession session, NewSponsor sponsor) {
        return !storage.tables(session).jurisdictions.containsKey(sponsor.jurisdiction());
    }

    private Map<SponsorId, Sponsor> stored(ReadSession session) {
        return storage.tables(session).sponsors;
    }
}
