package org.mswada.application.sponsor;

import java.util.Map;
import org.mswada.domain.sponsor.ExternalIdentifier;
import org.mswada.domain.sponsorship.SponsorshipLinks;
import org.mswada.domain.sponsorship.SponsorshipPlace;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.domain.user.Actor;
import org.mswada.domain.user.Guarded;
import org.mswada.domain.user.Permission;

/** Links sponsorships that only print a name to the sponsors whose identifiers somebody found out. */
public final class LinkByIdentifier {
    private static final Operation LINK = Operation.write("sponsor.link-by-identifier").repeatable();

    private final UnitOfWork units;
    private final SponsorshipLinks links;

    /** Writes {@code links} in units of {@code units}. */
    public LinkByIdentifier(UnitOfWork units, SponsorshipLinks links) {
        this.units = units;
        this.links = links;
    }

    /**
     * Links up to {@link SponsorshipLinks#MAXIMUM_LIMIT} sponsorships, and returns how many. One that is linked already, that
     * is not there, or whose identifier nobody has, stays as it is.
     */
    public Guarded<Integer> run(Actor actor, Map<SponsorshipPlace, ExternalIdentifier> identifiers) {
        return actor.may(Permission.LINK_SPONSORSHIPS)
                ? new Guarded.Done<>(units.write(LINK, session -> links.linkByIdentifier(session, identifiers)))
                : new Guarded.Forbidden<>(Permission.LINK_SPONSORSHIPS);
    }
}
