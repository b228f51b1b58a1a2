package org.mswada.application.sponsor;

import org.mswada.domain.sponsor.SponsorContent;
import org.mswada.domain.sponsor.SponsorId;
import org.mswada.domain.sponsor.SponsorRepository;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.domain.user.Actor;
import org.mswada.domain.user.Permission;

/** Changes what is known of a sponsor. */
public final class UpdateSponsor {
    private static final Operation UPDATE = Operation.write("sponsor.update");

    private final SponsorWriter writer;
    private final SponsorRepository sponsors;

    /** Writes {@code sponsors} in units of {@code units}. */
    public UpdateSponsor(UnitOfWork units, SponsorRepository sponsors) {
        this.writer = new SponsorWriter(units);
        this.sponsors = sponsors;
    }

    /** Replaces what is known, if nobody has changed it since {@code expectedVersion}. */
    public SponsorChange run(Actor actor, SponsorId id, SponsorContent content, int expectedVersion) {
        return writer.write(UPDATE, actor, Permission.EDIT_SPONSOR,
                session -> sponsors.update(session, id, content, expectedVersion));
    }
}
