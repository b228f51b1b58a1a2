package org.mswada.application.importing;

import java.util.Optional;
import org.mswada.domain.legislature.Jurisdiction;
import org.mswada.domain.legislature.JurisdictionCode;
import org.mswada.domain.legislature.LegislativeSession;
import org.mswada.domain.legislature.SessionIdentifier;
import org.mswada.domain.sponsor.ExternalIdentifier;

/** What a source may refer to although it does not say it itself. */
public interface KnownReferences {
    /** Returns the jurisdiction with this code. */
    Optional<Jurisdiction> jurisdiction(JurisdictionCode code);

    /** Returns the session with this identifier in this jurisdiction. */
    Optional<LegislativeSession> session(JurisdictionCode jurisdiction, SessionIdentifier identifier);

    /** Returns whether there is a sponsor with this identifier. */
    boolean hasSponsor(ExternalIdentifier identifier);
}
