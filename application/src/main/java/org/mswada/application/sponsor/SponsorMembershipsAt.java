package org.mswada.application.sponsor;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.mswada.domain.sponsor.Membership;
import org.mswada.domain.sponsor.SponsorDirectory;
import org.mswada.domain.sponsor.SponsorId;
import org.mswada.domain.sponsor.SponsorRepository;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.UnitOfWork;

/** Finds where sponsors sat on a day, and so of which party they were. */
public final class SponsorMembershipsAt {
    private static final Operation MEMBERSHIPS = Operation.read("sponsor.memberships-at");

    private final UnitOfWork units;
    private final SponsorDirectory directory;

    /** Reads {@code directory} in units of {@code units}. */
    public SponsorMembershipsAt(UnitOfWork units, SponsorDirectory directory) {
        this.units = units;
        this.directory = directory;
    }

    /**
     * Returns the memberships that lasted on this day; a sponsor without any is not in the map. At most
     * {@value SponsorRepository#MAXIMUM_BATCH} sponsors.
     */
    public Map<SponsorId, List<Membership>> on(LocalDate day, Collection<SponsorId> sponsors) {
        return units.read(MEMBERSHIPS, session -> directory.membershipsAt(session, sponsors, day));
    }
}
