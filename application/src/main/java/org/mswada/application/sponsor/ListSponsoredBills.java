package org.mswada.application.sponsor;

import org.jspecify.annotations.Nullable;
import org.mswada.domain.bill.SponsorshipRole;
import org.mswada.domain.sponsor.SponsorId;
import org.mswada.domain.sponsorship.SponsoredBill;
import org.mswada.domain.sponsorship.SponsoredBillPage;
import org.mswada.domain.sponsorship.SponsoredBills;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.UnitOfWork;

/** Lists what a sponsor supports. */
public final class ListSponsoredBills {
    private static final Operation LIST = Operation.read("sponsor.bills");

    private final UnitOfWork units;
    private final SponsoredBills bills;

    /** Reads {@code bills} in units of {@code units}. */
    public ListSponsoredBills(UnitOfWork units, SponsoredBills bills) {
        this.units = units;
        this.bills = bills;
    }

    /** Returns the part of the list after one, or with null the first, in one role or with null in all. */
    public SponsoredBillPage page(SponsorId sponsor, @Nullable SponsorshipRole role, @Nullable SponsoredBill after,
            int limit) {
        return units.read(LIST, session -> bills.list(session, sponsor, role, after, limit));
    }
}
