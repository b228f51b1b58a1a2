package org.mswada.application.sponsor;

import org.mswada.domain.sponsor.SponsorId;
import org.mswada.domain.sponsor.SponsorRepository;
import org.mswada.domain.sponsor.SponsorWriteResult;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.domain.user.Actor;
import org.mswada.domain.user.Permission;

/** Marks that a sponsor no longer sponsors bills. */
public final class DeactivateSponsor {
    private static final Operation DEACTIVATE = Operation.write("sponsor.deactivate");

    private final SponsorWriter writer;
    private final SponsorRepository sponsors;

    /** Writes {@code sponsors} in units of {@code units}. */
    public DeactivateSponsor(UnitOfWork units, SponsorRepository sponsors) {
        this.writer = new SponsorWriter(units);
        this.sponsors = sponsors;
    }

    /** Deactivates a sponsor, if nobody has changed it since {@code expectedVersion}. */
    public SponsorChange run(Actor actor, SponsorId id, int expectedVersion) {
        return writer.write(DEACTIVATE, actor, Permission.DEACTIVATE_SPONSOR,
                session -> sponsors.findById(session, id)
                        .map(sponsor -> sponsors.update(session, id, sponsor.content().deactivated(),
                                expectedVersion))
                        .orElseGet(SponsorWriteResult.Missing::new));
    }
}
