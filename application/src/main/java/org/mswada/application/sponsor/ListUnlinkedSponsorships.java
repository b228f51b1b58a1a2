package org.mswada.application.sponsor;

import java.util.List;
import org.mswada.domain.legislature.JurisdictionCode;
import org.mswada.domain.sponsorship.SponsorshipLinks;
import org.mswada.domain.sponsorship.SponsorshipPlace;
import org.mswada.domain.sponsorship.UnlinkedSponsorship;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.UnitOfWork;

/** Lists sponsorships of which nobody is known to be meant, and who may be. */
public final class ListUnlinkedSponsorships {
    private static final Operation LIST = Operation.read("sponsor.unlinked");

    private final UnitOfWork units;
    private final SponsorshipLinks links;

    /** Reads {@code links} in units of {@code units}. */
    public ListUnlinkedSponsorships(UnitOfWork units, SponsorshipLinks links) {
        this.units = units;
        this.links = links;
    }

    /**
     * Returns the part of a jurisdiction's list after a place; the place of the last one leads to the next part.
     *
     * @param after {@link SponsorshipPlace#START} for the first part
     * @param limit the most to return, from 1 to {@link SponsorshipLinks#MAXIMUM_LIMIT}
     */
    public List<UnlinkedSponsorship> after(JurisdictionCode jurisdiction, SponsorshipPlace after, int limit) {
        return units.read(LIST, session -> links.unlinked(session, jurisdiction, after, limit));
    }
}
