package org.mswada.domain.legislature;

import java.util.Optional;
import org.mswada.domain.storage.ReadSession;
import org.mswada.domain.storage.WriteSession;

/** What is known of jurisdictions and their sessions, as whoever knows them best says it. */
public interface LegislatureDirectory {
    /** Finds a jurisdiction by its code. */
    Optional<Jurisdiction> findJurisdiction(ReadSession session, JurisdictionCode code);

    /** Finds a session by its identifier in a jurisdiction. */
    Optional<LegislativeSession> findSession(ReadSession session, JurisdictionCode jurisdiction,
            SessionIdentifier identifier);

    /** Stores a jurisdiction, in place of what is stored of the one with its code and id. */
    void store(WriteSession session, Jurisdiction jurisdiction);

    /**
     * Stores a session of a stored jurisdiction, in place of what is stored of the one with its identifier there.
     *
     * @param newId the identifier that it takes if it is new
     */
    void store(WriteSession session, JurisdictionCode jurisdiction, LegislativeSession legislativeSession,
            SessionId newId);
}
