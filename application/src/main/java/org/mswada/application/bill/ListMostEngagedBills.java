package org.mswada.application.bill;

import java.util.List;
import org.mswada.domain.bill.BillEngagementRepository;
import org.mswada.domain.bill.BillOverview;
import org.mswada.domain.bill.BillPage;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.UnitOfWork;

/** Lists the bills that are talked about most. */
public final class ListMostEngagedBills {
    private static final Operation LIST = Operation.read("bill.most-engaged");

    private final UnitOfWork units;
    private final BillEngagementRepository engagement;

    /** Reads {@code engagement} in units of {@code units}. */
    public ListMostEngagedBills(UnitOfWork units, BillEngagementRepository engagement) {
        this.units = units;
        this.engagement = engagement;
    }

    /** Returns the bills with the highest scores, at most {@code limit}, from 1 to {@link BillPage#MAXIMUM_LIMIT}. */
    public List<BillOverview> top(int limit) {
        return units.read(LIST, session -> engagement.mostEngaged(session, limit));
    }
}
