package org.mswada.db.repository;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.bill.BillCursor;
import org.mswada.domain.bill.BillFilter;
import org.mswada.domain.bill.BillStatus;
import org.mswada.domain.legislature.Chamber;
import org.mswada.domain.legislature.JurisdictionCode;
import org.mswada.domain.legislature.SessionIdentifier;

/**
 * What a page of bills is asked for with; a part that is null does not restrict.
 *
 * @param filter which bills
 * @param after the place after which the page begins
 * @param rows how many rows to read at most
 */
record BillListing(BillFilter filter, @Nullable BillCursor after, int rows) {
    @Nullable
    JurisdictionCode jurisdiction() {
        return filter.jurisdiction();
    }

    @Nullable
    SessionIdentifier session() {
        return filter.session();
    }

    @Nullable
    Set<BillStatus> statuses() {
        return filter.statuses().isEmpty() ? null : filter.statuses();
    }

    @Nullable
    Chamber chamber() {
        return filter.chamber();
    }
}
