package org.mswada.application.bill;

import org.jspecify.annotations.Nullable;
import org.mswada.domain.bill.BillCursor;
import org.mswada.domain.bill.BillFilter;
import org.mswada.domain.bill.BillPage;
import org.mswada.domain.bill.BillRepository;
import org.mswada.domain.bill.BillSort;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.UnitOfWork;

/** Lists bills. */
public final class ListBills {
    private static final Operation LIST = Operation.read("bill.list");

    private final UnitOfWork units;
    private final BillRepository bills;

    /** Reads {@code bills} in units of {@code units}. */
    public ListBills(UnitOfWork units, BillRepository bills) {
        this.units = units;
        this.bills = bills;
    }

    /**
     * Returns a page of the bills that pass the filter.
     *
     * @param after the place after which the page begins, or null for the first page
     * @param limit the most bills to return, from 1 to {@link BillPage#MAXIMUM_LIMIT}
     * @throws IllegalArgumentException when the cursor is of another filter or order
     */
    public BillPage page(BillFilter filter, BillSort sort, @Nullable BillCursor after, int limit) {
        return units.read(LIST, session -> bills.list(session, filter, sort, after, limit));
    }
}
