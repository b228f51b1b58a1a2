package org.mswada.application.bill;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.bill.BillAction;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.bill.RelatedBill;
import org.mswada.domain.bill.Sponsorship;
import org.mswada.domain.bill.StatusHistory;

/**
 * What belongs to the bills of a list, as far as it was asked for; what was not is null. A bill without any is not in the map.
 *
 * @param sponsorships who sponsors them, in the source's order
 * @param actions what was done with them, in the source's order
 * @param relatedBills the bills that they relate to, in the source's order
 * @param statusHistories through which statuses they went
 */
public record Included(@Nullable Map<BillId, List<Sponsorship>> sponsorships,
        @Nullable Map<BillId, List<BillAction>> actions, @Nullable Map<BillId, List<RelatedBill>> relatedBills,
        @Nullable Map<BillId, StatusHistory> statusHistories) {
    /** Nothing was asked for. */
    public static final Included NOTHING = new Included(null, null, null, null);
}
