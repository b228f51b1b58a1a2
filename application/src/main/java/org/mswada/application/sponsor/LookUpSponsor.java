package org.mswada.application.sponsor;

import java.util.Optional;
import org.mswada.domain.sponsor.ExternalIdentifier;
import org.mswada.domain.sponsor.Sponsor;
import org.mswada.domain.sponsor.SponsorRepository;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.UnitOfWork;

/** Finds a sponsor by its name in another register. */
public final class LookUpSponsor {
    private static final Operation LOOK_UP = Operation.read("sponsor.look-up");

    private final UnitOfWork units;
    private final SponsorRepository sponsors;

    /** Reads {@code sponsors} in units of {@code units}. */
    public LookUpSponsor(UnitOfWork units, SponsorRepository sponsors) {
        this.units = units;
        this.sponsors = sponsors;
    }

    /** Finds the sponsor who has this identifier. */
    public Optional<Sponsor> byIdentifier(ExternalIdentifier identifier) {
        return units.snapshot(LOOK_UP, session -> sponsors.findByIdentifier(session, identifier));
    }
}
