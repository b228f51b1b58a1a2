package org.mswada.application.sponsor;

import java.util.Optional;
import org.mswada.domain.sponsor.Sponsor;
import org.mswada.domain.sponsor.SponsorId;
import org.mswada.domain.sponsor.SponsorRepository;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.UnitOfWork;

/** Finds a sponsor. */
public final class GetSponsor {
    private static final Operation GET = Operation.read("sponsor.get");

    private final UnitOfWork units;
    private final SponsorRepository sponsors;

    /** Reads {@code sponsors} in units of {@code units}. */
    public GetSponsor(UnitOfWork units, SponsorRepository sponsors) {
        this.units = units;
        this.sponsors = sponsors;
    }

    /** Finds a sponsor by its id. */
    public Optional<Sponsor> byId(SponsorId id) {
        return units.snapshot(GET, session -> sponsors.findById(session, id));
    }
}
