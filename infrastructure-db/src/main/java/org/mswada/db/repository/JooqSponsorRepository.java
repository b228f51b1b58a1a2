package org.mswada.db.repository;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
