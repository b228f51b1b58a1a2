package org.mswada.db.repository;

import static org.mswada.db.execution.JooqSession.sql;
import static org.mswada.db.generated.Tables.JURISDICTION;
import static org.mswada.db.generated.Tables.LEGISLATIVE_SESSION;

import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.Optional;
import org.jooq.impl.DSL;
import org.mswada.domain.legislature.Jurisdiction;
import org.mswada.domain.legislature.JurisdictionCode;
import org.mswada.domain.legislature.LegislativeSession;
import org.mswada.domain.legislature.LegislatureDirectory;
import org.mswada.domain.legislature.SessionId;
import org.mswada.domain.legislature.SessionIdentifier;
import org.mswada.domain.storage.ReadSession;
import org.mswada.domain.storage.WriteSession;

/** What is known of jurisdictions and sessions, in PostgreSQL. */
final class JooqLegislatureDirectory implements LegislatureDirectory {
    @Inject
    JooqLegislatureDirectory() {}

    @Override
    public Optional<Jurisdiction> findJurisdiction(ReadSession session, JurisdictionCode code) {
        return sql(session)
                .select(JURISDICTION.ID, JURISDICTION.CODE, JURISDICTION.NAME, JURISDICTION.CLASSIFICATION,
                        JURISDICTION.TIME_ZONE)
                .from(JURISDICTION)
                .where(JURISDICTION.CODE.eq(code))
                .fetchOptional(row -> new Jurisdiction(row.value1(), row.value2(), row.value3(), row.value4(),
                        ZoneId.of(row.value5())));
    }

    @Override
    public Optional<LegislativeSession> findSession(ReadSession session, JurisdictionCode jurisdiction,
            SessionIdentifier identifier) {
        return sql(session)
                .select(LEGISLATIVE_SESSION.IDENTIFIER, LEGISLATIVE_SESSION.NAME, LEGISLATIVE_SESSION.CLASSIFICATION,
                        LEGISLATIVE_SESSION.START_DATE, LEGISLATIVE_SESSION.END_DATE)
                .from(LEGISLATIVE_SESSION)
                .join(JURISDICTION).on(JURISDICTION.ID.eq(LEGISLATIVE_SESSION.JURISDICTION_ID))
                .where(JURISDICTION.CODE.eq(jurisdiction))
                .and(LEGISLATIVE_SESSION.IDENTIFIER.eq(identifier))
                .fetchOptional(row -> new LegislativeSession(row.value1(), row.value2(), row.value3(), row.value4(),
                        row.value5()));
    }

    /** The same id under another code, or the same code under another id, is refused by the other's constraint. */
    @Override
    public void store(WriteSession session, Jurisdiction jurisdiction) {
        sql(session).insertInto(JURISDICTION)
                .columns(JURISDICTION.ID, JURISDICTION.CODE, JURISDICTION.NAME, JURISDICTION.CLASSIFICATION,
                        JURISDICTION.TIME_ZONE)
                .values(jurisdiction.id(), jurisdiction.code(), jurisdiction.name(), jurisdiction.classification(),
                        jurisdiction.timeZone().getId())
                .onConflict(JURISDICTION.ID)
                .doUpdate()
                .set(JURISDICTION.NAME, DSL.excluded(JURISDICTION.NAME))
                .set(JURISDICTION.CLASSIFICATION, DSL.excluded(JURISDICTION.CLASSIFICATION))
                .set(JURISDICTION.TIME_ZONE, DSL.excluded(JURISDICTION.TIME_ZONE))
                .execute();
    }

    /** A jurisdiction that is not stored is null here, which its column refuses. */
    @Override
    public void store(WriteSession session, JurisdictionCode jurisdiction, LegislativeSession legislativeSession,
            SessionId newId) {
        sql(session).insertInto(LEGISLATIVE_SESSION)
                .columns(LEGISLATIVE_SESSION.ID, LEGISLATIVE_SESSION.JURISDICTION_ID, LEGISLATIVE_SESSION.IDENTIFIER,
                        LEGISLATIVE_SESSION.NAME, LEGISLATIVE_SESSION.CLASSIFICATION, LEGISLATIVE_SESSION.START_DATE,
                        LEGISLATIVE_SESSION.END_DATE)
                .values(DSL.val(newId, LEGISLATIVE_SESSION.ID),
                        DSL.field(DSL.select(JURISDICTION.ID).from(JURISDICTION)
                                .where(JURISDICTION.CODE.eq(jurisdiction))),
                        DSL.val(legislativeSession.identifier(), LEGISLATIVE_SESSION.IDENTIFIER),
                        DSL.val(legislativeSession.name(), LEGISLATIVE_SESSION.NAME),
                        DSL.val(legislativeSession.classification(), LEGISLATIVE_SESSION.CLASSIFICATION),
                        DSL.val(legislativeSession.startDate(), LEGISLATIVE_SESSION.START_DATE),
                        DSL.val(legislativeSession.endDate(), LEGISLATIVE_SESSION.END_DATE))
                .onConflict(LEGISLATIVE_SESSION.JURISDICTION_ID, LEGISLATIVE_SESSION.IDENTIFIER)
                .doUpdate()
                .set(LEGISLATIVE_SESSION.NAME, DSL.excluded(LEGISLATIVE_SESSION.NAME))
                .set(LEGISLATIVE_SESSION.CLASSIFICATION, DSL.excluded(LEGISLATIVE_SESSION.CLASSIFICATION))
                .set(LEGISLATIVE_SESSION.START_DATE, DSL.excluded(LEGISLATIVE_SESSION.START_DATE))
                .set(LEGISLATIVE_SESSION.END_DATE, DSL.excluded(LEGISLATIVE_SESSION.END_DATE))
                .execute();
    }
}
