package org.mswada.application.bill;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.bill.BillCursor;
import org.mswada.domain.bill.BillFilter;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.bill.BillOverview;
import org.mswada.domain.bill.BillPage;
import org.mswada.domain.bill.BillRepository;
import org.mswada.domain.bill.BillSort;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.ReadSession;
import org.mswada.domain.storage.UnitOfWork;

/** Lists bills with what belongs to them: by one statement and one more for each {@link Include}, for any number of bills. */
public final class ListBillsIncluding {
    /** The most bills of a page: some have hundreds of sponsors and actions. */
    public static final int MAXIMUM_LIMIT = 50;

    private static final Operation LIST = Operation.read("bill.list-including");

    private final UnitOfWork units;
    private final BillRepository bills;

    /** Reads {@code bills} in units of {@code units}. */
    public ListBillsIncluding(UnitOfWork units, BillRepository bills) {
        this.units = units;
        this.bills = bills;
    }

    /**
     * Returns a page of the bills that pass the filter.
     *
     * @param after the place after which the page begins, or null for the first page
     * @param limit the most bills to return, from 1 to {@link #MAXIMUM_LIMIT}
     * @param include what to return of each besides
     * @throws IllegalArgumentException when the cursor is of another filter or order
     */
    public BillPageIncluding page(BillFilter filter, BillSort sort, @Nullable BillCursor after, int limit,
            Set<Include> include) {
        if (limit > MAXIMUM_LIMIT) {
            throw new IllegalArgumentException("limit " + limit + " is more than " + MAXIMUM_LIMIT
                    + " bills with what belongs to them: ask in parts");
        }
        return units.snapshot(LIST, session -> {
            BillPage page = bills.list(session, filter, sort, after, limit);
            return new BillPageIncluding(page,
                    included(session, page.items().stream().map(BillOverview::id).toList(), include));
        });
    }

    private Included included(ReadSession session, List<BillId> page, Set<Include> include) {
        return new Included(
                ifAsked(include, Include.SPONSORSHIPS, () -> bills.sponsorships(session, page)),
                ifAsked(include, Include.ACTIONS, () -> bills.actions(session, page)),
                ifAsked(include, Include.RELATED_BILLS, () -> bills.relatedBills(session, page)),
                ifAsked(include, Include.STATUS_HISTORY, () -> bills.statusHistories(session, page)));
    }

    private static <T> @Nullable T ifAsked(Set<Include> include, Include one, Supplier<T> read) {
        return include.contains(one) ? read.get() : null;
    }
}
