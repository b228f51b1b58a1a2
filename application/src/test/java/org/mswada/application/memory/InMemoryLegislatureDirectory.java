package org.mswada.application.memory;

import java.util.Optional;
import org.mswada.domain.legislature.Jurisdiction;
import org.mswada.domain.legislature.JurisdictionCode;
import org.mswada.domain.legislature.LegislativeSession;
import org.mswada.domain.legislature.LegislatureDirectory;
import org.mswada.domain.legislature.SessionId;
import org.mswada.domain.legislature.SessionIdentifier;
import org.mswada.domain.storage.ConstraintViolated;
import org.mswada.domain.storage.ReadSession;
import org.mswada.domain.storage.WriteSession;

/** What is known of jurisdictions and sessions, in memory. */
public final class InMemoryLegislatureDirectory implements LegislatureDirectory {
    private final InMemoryStorage storage;

    /** Keeps them in {@code storage}. */
    public InMemoryLegislatureDirectory(InMemoryStorage storage) {
        this.storage = storage;
    }

    @Override
    public Optional<Jurisdiction> findJurisdiction(ReadSession session, JurisdictionCode code) {
        Tables tables = storage.tables(session);
        return Optional.ofNullable(tables.jurisdictions.get(code)).or(() -> tables.sessions.values().stream()
                .map(Tables.StoredSession::jurisdiction).filter(stored -> stored.code().equals(code)).findFirst());
    }

    @Override
    public Optional<LegislativeSession> findSession(ReadSession session, JurisdictionCode jurisdiction,
            SessionIdentifier identifier) {
        return storage.tables(session).sessions.values().stream()
                .filter(stored -> stored.jurisdiction().code().equals(jurisdiction)
                        && stored.session().identifier().equals(identifier))
                .map(Tables.StoredSession::session).findFirst();
    }

    @Override
    public void store(WriteSession session, Jurisdiction jurisdiction) {
        Tables tables = storage.tables(session);
        findJurisdiction(session, jurisdiction.code()).filter(stored -> !stored.id().equals(jurisdiction.id()))
                .ifPresent(_ -> {
                    throw violated(ConstraintViolated.Kind.UNIQUE, "jurisdiction_code_key");
                });
        tables.jurisdictions.put(jurisdiction.code(), jurisdiction);
        tables.sessions.replaceAll((_, stored) -> stored.jurisdiction().code().equals(jurisdiction.code())
                ? new Tables.StoredSession(jurisdiction, stored.session())
                : stored);
    }

    @Override
    public void store(WriteSession session, JurisdictionCode jurisdiction, LegislativeSession legislativeSession,
            SessionId newId) {
        Tables tables = storage.tables(session);
        Jurisdiction owner = findJurisdiction(session, jurisdiction)
                .orElseThrow(() -> violated(ConstraintViolated.Kind.NOT_NULL, "jurisdiction_id"));
        SessionId id = tables.sessions.entrySet().stream()
                .filter(entry -> entry.getValue().jurisdiction().code().equals(jurisdiction)
                        && entry.getValue().session().identifier().equals(legislativeSession.identifier()))
                .map(entry -> entry.getKey()).findFirst().orElse(newId);
        tables.sessions.put(id, new Tables.StoredSession(owner, legislativeSession));
    }

    private static ConstraintViolated violated(ConstraintViolated.Kind kind, String constraint) {
        return new ConstraintViolated(kind, constraint, "refused by " + constraint, new IllegalStateException());
    }
}
