package org.mswada.application.sponsor;

import java.util.List;
import org.mswada.domain.sponsor.Sponsor;
import org.mswada.domain.sponsor.SponsorId;
import org.mswada.domain.sponsor.SponsorRepository;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.UnitOfWork;

/** Finds sponsors. */
public final class GetSponsors {
    private static final Operation GET = Operation.read("sponsor.get-many");

    private final UnitOfWork units;
    private final SponsorRepository sponsors;

    /** Reads {@code sponsors} in units of {@code units}. */
    public GetSponsors(UnitOfWork units, SponsorRepository sponsors) {
        this.units = units;
        this.sponsors = sponsors;
    }

    /** Finds sponsors in the order of the ids; who is not there is left out. At most {@link SponsorRepository#MAXIMUM_BATCH}. */
    public List<Sponsor> byIds(List<SponsorId> ids) {
        return units.snapshot(GET, session -> sponsors.findByIds(session, ids));
    }
}
