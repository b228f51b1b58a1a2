package org.mswada.bootstrap.server;

import org.mswada.application.sponsor.CreateSponsor;
import org.mswada.application.sponsor.DeactivateSponsor;
import org.mswada.application.sponsor.GetSponsor;
import org.mswada.application.sponsor.GetSponsorMetrics;
import org.mswada.application.sponsor.GetSponsors;
import org.mswada.application.sponsor.LinkByIdentifier;
import org.mswada.application.sponsor.LinkSponsorships;
import org.mswada.application.sponsor.ListSponsoredBills;
import org.mswada.application.sponsor.ListSponsors;
import org.mswada.application.sponsor.ListUnlinkedSponsorships;
import org.mswada.application.sponsor.LookUpSponsor;
import org.mswada.application.sponsor.RecomputeSponsorMetrics;
import org.mswada.application.sponsor.SearchSponsors;
import org.mswada.application.sponsor.SponsorMembershipsAt;
import org.mswada.application.sponsor.UpdateSponsor;

/** What can be done with sponsors. */
interface SponsorUseCases {
    GetSponsor getSponsor();

    GetSponsors getSponsors();

    LookUpSponsor lookUpSponsor();

    ListSponsors listSponsors();

    SearchSponsors searchSponsors();

    ListSponsoredBills listSponsoredBills();

    SponsorMembershipsAt sponsorMembershipsAt();

    GetSponsorMetrics getSponsorMetrics();

    CreateSponsor createSponsor();

    UpdateSponsor updateSponsor();

    DeactivateSponsor deactivateSponsor();

    LinkSponsorships linkSponsorships();

    LinkByIdentifier linkByIdentifier();

    ListUnlinkedSponsorships listUnlinkedSponsorships();

    RecomputeSponsorMetrics recomputeSponsorMetrics();
}
