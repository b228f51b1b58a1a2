package org.mswada.db.repository;

import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mswada.db.repository.SponsoredBillQueries.OfOne;
import org.mswada.domain.bill.SponsorshipRole;
import org.mswada.domain.sponsor.SponsorId;
import org.mswada.domain.sponsorship.SponsoredBill;
import org.mswada.domain.sponsorship.SponsoredBillPage;
import org.mswada.domain.sponsorship.SponsoredBills;
import org.mswada.domain.storage.ReadSession;

/** What sponsors support, in PostgreSQL. */
final class JooqSponsoredBills implements SponsoredBills {
    @Inject
    JooqSponsoredBills() {}

    @Override
    public SponsoredBillPage list(ReadSession session, SponsorId sponsor, @Nullable SponsorshipRole role,
            @Nullable SponsoredBill after, int limit) {
        // One row more than the page holds tells whether there is a next page.
        List<SponsoredBill> found = SponsoredBillQueries.BILLS.list(session,
                new OfOne(sponsor, role, after, SponsoredBillPage.checkLimit(limit) + 1));
        List<SponsoredBill> page = found.size() > limit ? found.subList(0, limit) : found;
        return new SponsoredBillPage(page, found.size() > limit ? page.getLast() : null);
    }
}
