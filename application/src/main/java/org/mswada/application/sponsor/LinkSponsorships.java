package org.mswada.application.sponsor;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.mswada.domain.legislature.JurisdictionCode;
import org.mswada.domain.sponsorship.SponsorshipLinks;
import org.mswada.domain.sponsorship.SponsorshipLinks.LinkStep;
import org.mswada.domain.sponsorship.SponsorshipPlace;
import org.mswada.domain.sponsorship.UnlinkedSponsorship;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.domain.user.Actor;
import org.mswada.domain.user.Guarded;
import org.mswada.domain.user.Permission;

/** Finds out who is meant by sponsorships that only print a name, some at a time, each part stored for itself. */
public final class LinkSponsorships {
    private static final Operation LINK = Operation.write("sponsor.link").repeatable();

    private final UnitOfWork units;
    private final SponsorshipLinks links;

    /** Writes {@code links} in units of {@code units}. */
    public LinkSponsorships(UnitOfWork units, SponsorshipLinks links) {
        this.units = units;
        this.links = links;
    }

    /**
     * Links all of a jurisdiction whose name is that of one sponsor; tells those whose name is that of several. Ends early,
     * after a part, once {@code stopped} says so; done again, it passes over what is linked.
     */
    public Guarded<LinkSummary> byName(Actor actor, JurisdictionCode jurisdiction,
            Consumer<UnlinkedSponsorship> ambiguous, BooleanSupplier stopped) {
        if (!actor.may(Permission.LINK_SPONSORSHIPS)) {
            return new Guarded.Forbidden<>(Permission.LINK_SPONSORSHIPS);
        }
        LinkSummary summary = LinkSummary.NONE;
        SponsorshipPlace after = SponsorshipPlace.START;
        while (after != null && !stopped.getAsBoolean()) {
            SponsorshipPlace from = after;
            LinkStep step = units.write(LINK,
                    session -> links.linkByName(session, jurisdiction, from, SponsorshipLinks.MAXIMUM_LIMIT));
            step.ambiguous().forEach(ambiguous);
            summary = summary.with(step);
            after = step.next();
        }
        return new Guarded.Done<>(summary);
    }
}
