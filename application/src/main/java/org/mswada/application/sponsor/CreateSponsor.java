package org.mswada.application.sponsor;

import org.mswada.domain.identity.IdSource;
import org.mswada.domain.legislature.JurisdictionCode;
import org.mswada.domain.sponsor.NewSponsor;
import org.mswada.domain.sponsor.SponsorContent;
import org.mswada.domain.sponsor.SponsorId;
import org.mswada.domain.sponsor.SponsorRepository;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.domain.user.Actor;
import org.mswada.domain.user.Permission;

/** Stores a sponsor by hand. */
public final class CreateSponsor {
    private static final Operation CREATE = Operation.write("sponsor.create");

    private final SponsorWriter writer;
    private final SponsorRepository sponsors;
    private final IdSource ids;

    /** Writes {@code sponsors} in units of {@code units}. */
    public CreateSponsor(UnitOfWork units, SponsorRepository sponsors, IdSource ids) {
        this.writer = new SponsorWriter(units);
        this.sponsors = sponsors;
        this.ids = ids;
    }

    /** Stores a sponsor under a new id. */
    public SponsorChange run(Actor actor, JurisdictionCode jurisdiction, SponsorContent content) {
        NewSponsor sponsor = new NewSponsor(new SponsorId(ids.next()), jurisdiction, content);
        return writer.write(CREATE, actor, Permission.CREATE_SPONSOR, session -> sponsors.create(session, sponsor));
    }
}
