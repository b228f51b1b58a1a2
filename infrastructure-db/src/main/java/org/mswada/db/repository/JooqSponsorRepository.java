package org.mswada.db.repository;

import static org.mswada.db.execution.JooqSession.sql;

import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
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

/** Sponsors in PostgreSQL. */
final class JooqSponsorRepository implements SponsorRepository {
    private final SponsorWrites writes = new SponsorWrites();
    private final SponsorUpsert upsert = new SponsorUpsert();

    @Inject
    JooqSponsorRepository() {}

    @Override
    public Optional<Sponsor> findById(ReadSession session, SponsorId id) {
        return SponsorQueries.find(session, List.of(id)).stream().findFirst();
    }

    @Override
    public List<Sponsor> findByIds(ReadSession session, List<SponsorId> ids) {
        SponsorRepository.checkBatch(ids);
        return SponsorQueries.find(session, ids);
    }

    @Override
    public Optional<Sponsor> findByIdentifier(ReadSession session, ExternalIdentifier identifier) {
        return SponsorQueries.FIND_ID.one(session, identifier).flatMap(id -> findById(session, id));
    }

    @Override
    public boolean isKnown(ReadSession session, ExternalIdentifier identifier) {
        return SponsorQueries.FIND_ID.one(session, identifier).isPresent();
    }

    @Override
    public Map<ExternalIdentifier, Sponsor> findByIdentifiers(ReadSession session,
            Collection<ExternalIdentifier> identifiers) {
        Map<ExternalIdentifier, SponsorId> holders = SponsorRows.holders(sql(session), List.copyOf(identifiers));
        Map<SponsorId, Sponsor> sponsors = SponsorQueries
                .find(session, holders.values().stream().distinct().toList()).stream()
                .collect(Collectors.toMap(Sponsor::id, Function.identity()));
        Map<ExternalIdentifier, Sponsor> found = new HashMap<>();
        // Outside of a transaction somebody may have gone between the two queries.
        holders.forEach((identifier, id) -> Optional.ofNullable(sponsors.get(id))
                .ifPresent(sponsor -> found.put(identifier, sponsor)));
        return found;
    }

    @Override
    public Map<ExternalIdentifier, SponsorId> ensureAll(WriteSession session, List<NewSponsor> sponsors) {
        return writes.ensureAll(session, sponsors);
    }

    @Override
    public SponsorWriteResult create(WriteSession session, NewSponsor sponsor) {
        return writes.create(session, sponsor);
    }

    @Override
    public SponsorWriteResult update(WriteSession session, SponsorId id, SponsorContent content, int expectedVersion) {
        return writes.update(session, id, content, expectedVersion);
    }

    @Override
    public List<SponsorUpsertResult> upsertBatch(WriteSession session, List<NewSponsor> sponsors) {
        SponsorRepository.checkBatch(sponsors);
        return upsert.run(session, sponsors);
    }
}
