package org.mswada.http;

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

/** The sessions 111 to 113 of the United States, of which the first is closed. */
final class InMemoryLegislatures implements LegislatureRepository {
    static final JurisdictionCode JURISDICTION = new JurisdictionCode("us");

    private static final Map<SessionId, SessionIdentifier> SESSIONS = Map.of(
            new SessionId(Samples.id(8111)), new SessionIdentifier("111"),
            new SessionId(Samples.id(8112)), new SessionIdentifier("112"),
            new SessionId(Samples.id(8113)), new SessionIdentifier("113"));

    static final Map<SessionId, LocalDate> CLOSED = Map.of(new SessionId(Samples.id(8111)),
            LocalDate.of(2011, 1, 3));

    static SessionIdentifier nameOf(SessionId id) {
        return SESSIONS.get(id);
    }

    @Override
    public Optional<SessionId> findSession(ReadSession session, JurisdictionCode jurisdiction,
            SessionIdentifier identifier) {
        return SESSIONS.entrySet().stream()
                .filter(entry -> jurisdiction.equals(JURISDICTION) && entry.getValue().equals(identifier))
                .map(Map.Entry::getKey).findFirst();
    }

    @Override
    public void ensureJurisdiction(WriteSession session, Jurisdiction jurisdiction) {
        throw new UnsupportedOperationException("nobody here asks for that");
    }

    @Override
    public SessionId ensureSession(WriteSession session, Jurisdiction jurisdiction,
            LegislativeSession legislativeSession, SessionId newId) {
        throw new UnsupportedOperationException("nobody here asks for that");
    }

    @Override
    public void close(WriteSession session, SessionId legislativeSession, LocalDate on) {
        throw new UnsupportedOperationException("nobody here asks for that");
    }

    @Override
    public Optional<LocalDate> closedOn(ReadSession session, SessionId legislativeSession) {
        throw new UnsupportedOperationException("nobody here asks for that");
    }

    @Override
    public boolean holdsNoneBut(ReadSession session, JurisdictionCode jurisdiction) {
        throw new UnsupportedOperationException("nobody here asks for that");
    }
}
