package org.mswada.application.importing;

import java.util.Optional;
import org.mswada.domain.legislature.Jurisdiction;
import org.mswada.domain.legislature.JurisdictionCode;
import org.mswada.domain.legislature.LegislativeSession;
import org.mswada.domain.legislature.LegislatureDirectory;
import org.mswada.domain.legislature.SessionIdentifier;
import org.mswada.domain.sponsor.ExternalIdentifier;
import org.mswada.domain.sponsor.SponsorRepository;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.UnitOfWork;

/** What was stored before and a source may refer to. Safe for use by many threads. */
public final class StoredReferences implements KnownReferences {
    private static final Operation LOOK_UP = Operation.read("import.look-up");

    private final UnitOfWork units;
    private final LegislatureDirectory legislatures;
    private final SponsorRepository sponsors;

    /** Looks into these. */
    public StoredReferences(UnitOfWork units, LegislatureDirectory legislatures, SponsorRepository sponsors) {
        this.units = units;
        this.legislatures = legislatures;
        this.sponsors = sponsors;
    }

    @Override
    public Optional<Jurisdiction> jurisdiction(JurisdictionCode code) {
        return units.read(LOOK_UP, session -> legislatures.findJurisdiction(session, code));
    }

    @Override
    public Optional<LegislativeSession> session(JurisdictionCode jurisdiction, SessionIdentifier identifier) {
        return units.read(LOOK_UP, session -> legislatures.findSession(session, jurisdiction, identifier));
    }

    @Override
    public boolean hasSponsor(ExternalIdentifier identifier) {
        return units.<Boolean>read(LOOK_UP, session -> sponsors.isKnown(session, identifier));
    }
}
