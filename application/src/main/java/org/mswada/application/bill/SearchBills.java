package org.mswada.application.bill;

import org.jspecify.annotations.Nullable;
import org.mswada.domain.bill.BillFilter;
import org.mswada.domain.bill.BillPage;
import org.mswada.domain.bill.BillSearchRepository;
import org.mswada.domain.bill.SearchCursor;
import org.mswada.domain.bill.SearchPage;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.UnitOfWork;

/** Finds bills by words. */
public final class SearchBills {
    private static final Operation SEARCH = Operation.read("bill.search");

    private final UnitOfWork units;
    private final BillSearchRepository search;

    /** Searches in units of {@code units}. */
    public SearchBills(UnitOfWork units, BillSearchRepository search) {
        this.units = units;
        this.search = search;
    }

    /**
     * Returns a page of what was found, the best first.
     *
     * @param after the place after which the page begins, or null for the first page
     * @param limit the most bills to return, from 1 to {@link BillPage#MAXIMUM_LIMIT}
     * @throws IllegalArgumentException when the cursor is of another search
     */
    public SearchPage page(String text, BillFilter filter, @Nullable SearchCursor after, int limit) {
        return units.read(SEARCH, session -> search.search(session, text, filter, after, limit));
    }
}
