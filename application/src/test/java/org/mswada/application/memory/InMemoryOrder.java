package org.mswada.application.memory;

import java.util.Comparator;
import org.mswada.domain.bill.BillCursor;
import org.mswada.domain.bill.BillFilter;
import org.mswada.domain.bill.BillOverview;
import org.mswada.domain.bill.BillSort;

/** The orders of lists: ids as PostgreSQL orders them, by their bytes. */
final class InMemoryOrder {
    private InMemoryOrder() {}

    static Comparator<BillOverview> of(BillSort sort) {
        return Comparator.comparing(bill -> BillCursor.of(sort, BillFilter.ALL, bill), places(sort));
    }

    static Comparator<BillCursor> places(BillSort sort) {
        Comparator<BillCursor> oldestFirst = Comparator.comparingLong(BillCursor::key)
                .thenComparing(place -> place.id().value().toString());
        return sort.isNewestFirst() ? oldestFirst.reversed() : oldestFirst;
    }
}
