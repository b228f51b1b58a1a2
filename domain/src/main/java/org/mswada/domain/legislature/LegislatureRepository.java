package org.mswada.domain.legislature;

import java.time.LocalDate;
import java.util.Optional;
import org.mswada.domain.storage.ReadSession;
import org.mswada.domain.storage.WriteSession;

/** Stores jurisdictions and their sessions. */
public interface LegislatureRepository {
    /** Finds a session by the names used in URLs. */
    Optional<SessionId> findSession(ReadSession session, JurisdictionCode jurisdiction, SessionIdentifier identifier);

    /**
     * Returns the stored session of this jurisdiction and identifier, storing both under {@code newId} where they are
     * not there yet. What is stored already is left as it is.
     */
    SessionId ensureSession(WriteSession session, Jurisdiction jurisdiction, LegislativeSession legislativeSession,
            SessionId newId);

    /** Closes a session, or moves the day on which it was closed. A session that is stored stays closed. */
    void close(WriteSession session, SessionId legislativeSession, LocalDate on);

    /** Stores a jurisdiction that is not there yet. One that is stored already is left as it is. */
    void ensureJurisdiction(WriteSession session, Jurisdiction jurisdiction);

    /** Returns whether no jurisdiction but this one is stored; that one may be or not. */
    boolean holdsNoneBut(ReadSession session, JurisdictionCode jurisdiction);
}
