package org.mswada.importing.interchange;

import java.util.Optional;
import org.mswada.application.importing.KnownReferences;
import org.mswada.domain.legislature.Jurisdiction;
import org.mswada.domain.legislature.JurisdictionCode;
import org.mswada.domain.legislature.LegislativeSession;
import org.mswada.domain.legislature.SessionIdentifier;
import org.mswada.domain.sponsor.ExternalIdentifier;

/** Lines can refer only to lines. */
final class NothingStored implements KnownReferences {
    @Override
    public Optional<Jurisdiction> jurisdiction(JurisdictionCode code) {
        return Optional.empty();
    }

    @Override
    public Optional<LegislativeSession> session(JurisdictionCode jurisdiction, SessionIdentifier identifier) {
        return Optional.empty();
    }

    @Override
    public boolean hasSponsor(ExternalIdentifier identifier) {
        return false;
    }
}
