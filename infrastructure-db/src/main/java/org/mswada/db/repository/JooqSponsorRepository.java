package org.mswada.db.repository;

import static org.mswada.db.execution.JooqSession.sql;
import static org.mswada.db.generated.Tables.JURISDICTION;
import static org.mswada.db.generated.Tables.SPONSOR;
import static org.mswada.db.generated.Tables.SPONSOR_IDENTIFIER;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mswada.domain.sponsor.ExternalIdentifier;
import org.mswada.domain.sponsor.Sponsor;
import org.mswada.domain.sponsor.SponsorId;
import org.mswada.domain.sponsor.SponsorRepository;
import org.mswada.domain.storage.ReadSession;
import org.mswada.domain.storage.WriteSession;

/** Sponsors in PostgreSQL. */
final class JooqSponsorRepository implements SponsorRepository {
    private final SponsorWrites writes = new SponsorWrites();

    @Inject
    JooqSponsorRepository() {}

    @Override
    public Optional<Sponsor> findById(ReadSession session, SponsorId id) {
        return sql(session)
                .select(SPONSOR.ID, JURISDICTION.CODE, SPONSOR.NAME, SPONSOR.CHAMBER, SPONSOR.DISTRICT,
                        SPONSOR.ROLE_TITLE)
                .from(SPONSOR)
                .join(JURISDICTION).on(JURISDICTION.ID.eq(SPONSOR.JURISDICTION_ID))
                .where(SPONSOR.ID.eq(id))
                .fetchOptional()
                .map(found -> new Sponsor(found.value1(), found.value2(), found.value3(), found.value4(),
                        found.value5(), found.value6(), identifiers(session, id)));
    }

    private static List<ExternalIdentifier> identifiers(ReadSession session, SponsorId id) {
        return sql(session).select(SPONSOR_IDENTIFIER.SCHEME, SPONSOR_IDENTIFIER.IDENTIFIER)
                .from(SPONSOR_IDENTIFIER)
                .where(SPONSOR_IDENTIFIER.SPONSOR_ID.eq(id))
                .orderBy(SPONSOR_IDENTIFIER.SCHEME, SPONSOR_IDENTIFIER.IDENTIFIER)
                .fetch(found -> new ExternalIdentifier(found.value1(), found.value2()));
    }

    @Override
    public Map<ExternalIdentifier, SponsorId> ensureAll(WriteSession session, List<Sponsor> sponsors) {
        return writes.ensureAll(session, sponsors);
    }
}
