package org.mswada.db.repository;

import static org.mswada.db.execution.JooqSession.sql;
import static org.mswada.db.generated.Tables.JURISDICTION;
import static org.mswada.db.generated.Tables.LEGISLATIVE_SESSION;
import static org.mswada.db.query.PreparedQuery.prepare;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;
import org.mswada.db.query.Column;
import org.mswada.db.query.PreparedQuery;
import org.mswada.domain.legislature.Jurisdiction;
import org.mswada.domain.legislature.JurisdictionCode;
import org.mswada.domain.legislature.LegislativeSession;
import org.mswada.domain.legislature.LegislatureRepository;
import org.mswada.domain.legislature.SessionId;
import org.mswada.domain.legislature.SessionIdentifier;
import org.mswada.domain.storage.ReadSession;
import org.mswada.domain.storage.WriteSession;

/** Jurisdictions and sessions in PostgreSQL. */
final class JooqLegislatureRepository implements LegislatureRepository {
    static final PreparedQuery<SessionKey, SessionId> FIND_SESSION = prepare("legislature.find-session",
            (sql, in) -> sql.select(LEGISLATIVE_SESSION.ID)
                    .from(LEGISLATIVE_SESSION)
                    .join(JURISDICTION).on(JURISDICTION.ID.eq(LEGISLATIVE_SESSION.JURISDICTION_ID))
                    .where(JURISDICTION.CODE.eq(in.value(JURISDICTION.CODE, SessionKey::jurisdiction)))
                    .and(LEGISLATIVE_SESSION.IDENTIFIER
                            .eq(in.value(LEGISLATIVE_SESSION.IDENTIFIER, SessionKey::session))),
            columns -> {
                Column<SessionId> id = columns.of(LEGISLATIVE_SESSION.ID);
                return row -> row.get(id);
            });

    @Inject
    JooqLegislatureRepository() {}

    @Override
    public Optional<SessionId> findSession(ReadSession session, JurisdictionCode jurisdiction,
            SessionIdentifier identifier) {
        return FIND_SESSION.one(session, new SessionKey(jurisdiction, identifier));
    }

    @Override
    public SessionId ensureSession(WriteSession session, Jurisdiction jurisdiction,
            LegislativeSession legislativeSession, SessionId newId) {
        return findSession(session, jurisdiction.code(), legislativeSession.identifier()).orElseGet(() -> {
            ensureJurisdiction(session, jurisdiction);
            insert(session, jurisdiction, legislativeSession, newId);
            return findSession(session, jurisdiction.code(), legislativeSession.identifier()).orElseThrow(
                    () -> new IllegalStateException("session " + legislativeSession.identifier().value()
                            + " was deleted while it was being stored"));
        });
    }

    @Override
    public void close(WriteSession session, SessionId legislativeSession, LocalDate on) {
        sql(session).update(LEGISLATIVE_SESSION).set(LEGISLATIVE_SESSION.CLOSED_ON, on)
                .where(LEGISLATIVE_SESSION.ID.eq(legislativeSession)).execute();
    }

    @Override
    public boolean holdsNoneBut(ReadSession session, JurisdictionCode jurisdiction) {
        return !sql(session).fetchExists(JURISDICTION, JURISDICTION.CODE.ne(jurisdiction));
    }

    @Override
    public void ensureJurisdiction(WriteSession session, Jurisdiction jurisdiction) {
        sql(session).insertInto(JURISDICTION)
                .columns(JURISDICTION.ID, JURISDICTION.CODE, JURISDICTION.NAME, JURISDICTION.CLASSIFICATION,
                        JURISDICTION.TIME_ZONE)
                .values(jurisdiction.id(), jurisdiction.code(), jurisdiction.name(), jurisdiction.classification(),
                        jurisdiction.timeZone().getId())
                .onConflict(JURISDICTION.ID).doNothing()
                .execute();
    }

    private static void insert(WriteSession session, Jurisdiction jurisdiction, LegislativeSession legislativeSession,
            SessionId newId) {
        sql(session).insertInto(LEGISLATIVE_SESSION)
                .columns(LEGISLATIVE_SESSION.ID, LEGISLATIVE_SESSION.JURISDICTION_ID, LEGISLATIVE_SESSION.IDENTIFIER,
                        LEGISLATIVE_SESSION.NAME, LEGISLATIVE_SESSION.CLASSIFICATION, LEGISLATIVE_SESSION.START_DATE,
                        LEGISLATIVE_SESSION.END_DATE)
                .values(newId, jurisdiction.id(), legislativeSession.identifier(), legislativeSession.name(),
                        legislativeSession.classification(), legislativeSession.startDate(),
                        legislativeSession.endDate())
                .onConflict(LEGISLATIVE_SESSION.JURISDICTION_ID, LEGISLATIVE_SESSION.IDENTIFIER).doNothing()
                .execute();
    }
}
