package org.mswada.bootstrap.server;

import dagger.Module;
import dagger.Provides;
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
import org.mswada.domain.identity.IdSource;
import org.mswada.domain.sponsor.SponsorDirectory;
import org.mswada.domain.sponsor.SponsorRepository;
import org.mswada.domain.sponsorship.SponsoredBills;
import org.mswada.domain.sponsorship.SponsorshipLinks;
import org.mswada.domain.storage.UnitOfWork;

/** The use cases of sponsors. */
@Module
interface SponsorUseCasesModule {
    @Provides
    static GetSponsor getSponsor(UnitOfWork units, SponsorRepository sponsors) {
        return new GetSponsor(units, sponsors);
    }

    @Provides
    static GetSponsors getSponsors(UnitOfWork units, SponsorRepository sponsors) {
        return new GetSponsors(units, sponsors);
    }

    @Provides
    static LookUpSponsor lookUpSponsor(UnitOfWork units, SponsorRepository sponsors) {
        return new LookUpSponsor(units, sponsors);
    }

    @Provides
    static ListSponsors listSponsors(UnitOfWork units, SponsorDirectory directory) {
        return new ListSponsors(units, directory);
    }

    @Provides
    static SearchSponsors searchSponsors(UnitOfWork units, SponsorDirectory directory) {
        return new SearchSponsors(units, directory);
    }

    @Provides
    static ListSponsoredBills listSponsoredBills(UnitOfWork units, SponsoredBills bills) {
        return new ListSponsoredBills(units, bills);
    }

    @Provides
    static SponsorMembershipsAt sponsorMembershipsAt(UnitOfWork units, SponsorDirectory directory) {
        return new SponsorMembershipsAt(units, directory);
    }

    @Provides
    static GetSponsorMetrics getSponsorMetrics(UnitOfWork units, SponsorDirectory directory) {
        return new GetSponsorMetrics(units, directory);
    }

    @Provides
    static CreateSponsor createSponsor(UnitOfWork units, SponsorRepository sponsors, IdSource ids) {
        return new CreateSponsor(units, sponsors, ids);
    }

    @Provides
    static UpdateSponsor updateSponsor(UnitOfWork units, SponsorRepository sponsors) {
        return new UpdateSponsor(units, sponsors);
    }

    @Provides
    static DeactivateSponsor deactivateSponsor(UnitOfWork units, SponsorRepository sponsors) {
        return new DeactivateSponsor(units, sponsors);
    }

    @Provides
    static LinkSponsorships linkSponsorships(UnitOfWork units, SponsorshipLinks links) {
        return new LinkSponsorships(units, links);
    }

    @Provides
    static LinkByIdentifier linkByIdentifier(UnitOfWork units, SponsorshipLinks links) {
        return new LinkByIdentifier(units, links);
    }

    @Provides
    static ListUnlinkedSponsorships listUnlinkedSponsorships(UnitOfWork units, SponsorshipLinks links) {
        return new ListUnlinkedSponsorships(units, links);
    }

    @Provides
    static RecomputeSponsorMetrics recomputeSponsorMetrics(UnitOfWork units, SponsorDirectory directory) {
        return new RecomputeSponsorMetrics(units, directory);
    }
}
