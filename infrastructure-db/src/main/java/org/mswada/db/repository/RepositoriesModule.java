package org.mswada.db.repository;

import dagger.Binds;
import dagger.Module;
import org.mswada.domain.bill.BillEngagementRepository;
import org.mswada.domain.bill.BillHashes;
import org.mswada.domain.bill.BillRepository;
import org.mswada.domain.bill.BillSearchRepository;
import org.mswada.domain.bill.BillWriteRepository;
import org.mswada.domain.legislature.LegislatureDirectory;
import org.mswada.domain.legislature.LegislatureRepository;
import org.mswada.domain.sponsor.SponsorDirectory;
import org.mswada.domain.sponsor.SponsorRepository;
import org.mswada.domain.sponsorship.SponsoredBills;
import org.mswada.domain.sponsorship.SponsorshipLinks;
import org.mswada.domain.tracking.TrackingRepository;
import org.mswada.domain.user.UserRepository;

/** Which class stores what: one line a repository. */
@Module
public interface RepositoriesModule {
    /** Bills. */
    @Binds
    BillRepository bills(JooqBillRepository repository);

    /** What is stored of bills, by their hashes. */
    @Binds
    BillHashes billHashes(JooqBillHashes hashes);

    /** What is known of jurisdictions and sessions. */
    @Binds
    LegislatureDirectory legislatureDirectory(JooqLegislatureDirectory directory);

    /** Jurisdictions and sessions. */
    @Binds
    LegislatureRepository legislatures(JooqLegislatureRepository repository);

    /** Writing bills. */
    @Binds
    BillWriteRepository billWrites(JooqBillWriteRepository repository);

    /** Searching bills. */
    @Binds
    BillSearchRepository billSearch(JooqBillSearchRepository repository);

    /** Counters of bills. */
    @Binds
    BillEngagementRepository billEngagement(JooqBillEngagementRepository repository);

    /** Sponsors. */
    @Binds
    SponsorRepository sponsors(JooqSponsorRepository repository);

    /** Sponsors by what they are and do. */
    @Binds
    SponsorDirectory sponsorDirectory(JooqSponsorDirectory directory);

    /** What sponsors support. */
    @Binds
    SponsoredBills sponsoredBills(JooqSponsoredBills repository);

    /** Who is meant by printed names. */
    @Binds
    SponsorshipLinks sponsorshipLinks(JooqSponsorshipLinks links);

    /** Users. */
    @Binds
    UserRepository users(JooqUserRepository repository);

    /** What users follow. */
    @Binds
    TrackingRepository tracking(JooqTrackingRepository repository);
}
