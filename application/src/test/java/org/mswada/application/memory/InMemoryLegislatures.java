package org.mswada.application.memory;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

import org.mswada.domain.legislature.Jurisdiction;
import org.mswada.domain.legislature.JurisdictionCode;
import org.mswada.domain.legislature.LegislativeSession;
import org.mswada.domain.legislature.LegislatureRepository;
import org.mswada.domain.legislature.SessionId;
import org.mswada.domain.legislature.SessionIdentifier;
import org.mswada.domain.storage.ReadSession;
import org.mswada.domain.storage.WriteSession;

/** Sessions in memory. */
public final class InMemoryLegislatures implements LegislatureRepository {
    private final InMemoryStorage storage;

    /** Keeps them in {@code storage}. */
    public InMemoryLegislatures(InMemoryStorage storage) {
        this.storage = storage;
    }

    @Override
    public Optional<SessionId> findSession(ReadSession session, JurisdictionCode jurisdiction,
            SessionIdentifier identifier) {
        return storage.tables(session).sessions.entrySet().stream()
                .filter(stored -> stored.getValue().jurisdiction().code().equals(jurisdiction)
                        && stored.getValue().session().identifier().equals(identifier))
                .map(Map.Entry::getKey).findFirst();
    }

    @Override
    public SessionId ensureSession(WriteSession session, Jurisdiction jurisdiction,
            LegislativeSession legislativeSession, SessionId newId) {
        return findSession(session, jurisdiction.code(), legislativeSession.identifier()).orElseGet(() -> {
            ensureJurisdiction(session, jurisdiction);
            storage.tables(session).sessions.put(newId, new Tables.StoredSession(jurisdiction, legislativeSession));
            return newId;
        });
    }

    @Override
    public void close(WriteSession session, SessionId legislativeSession, LocalDate on) {
        storage.tables(session).closedSessions.put(legislativeSession, on);
    }

    @Override
    public void ensureJurisdiction(WriteSession session, Jurisdiction jurisdiction) {
        storage.tables(session).jurisdictions.putIfAbsent(jurisdiction.code(), jurisdiction);
    }

    @Override
    public boolean holdsNoneBut(ReadSession session, JurisdictionCode jurisdiction) {
        return storage.tables(session).jurisdictions.keySet().stream().allMatch(jurisdiction::equals);
    }
}
