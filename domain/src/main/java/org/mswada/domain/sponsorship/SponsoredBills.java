package org.mswada.domain.sponsorship;

import org.jspecify.annotations.Nullable;
import org.mswada.domain.bill.SponsorshipRole;
import org.mswada.domain.sponsor.SponsorId;
import org.mswada.domain.storage.ReadSession;

/** Finds what sponsors support. */
public interface SponsoredBills {
    /**
     * Lists what a sponsor supports, the bill introduced last first.
     *
     * @param role only in this role, or null for all
     * @param after the one after which the page begins, or null for the first page
     * @param limit the most to return, from 1 to {@link SponsoredBillPage#MAXIMUM_LIMIT}
     */
    SponsoredBillPage list(ReadSession session, SponsorId sponsor, @Nullable SponsorshipRole role,
            @Nullable SponsoredBill after, int limit);
}
