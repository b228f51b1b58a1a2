package org.mswada.domain.bill;

/**
 * The place of a bill in one list: after it, the next page begins. It holds only in the list it was made for.
 *
 * @param sort the order of the list
 * @param filter the fingerprint of the list's filter
 * @param key the bill's key in that order: {@link BillSort#key}
 * @param id the bill
 */
public record BillCursor(BillSort sort, int filter, long key, BillId id) {
    /** Returns the place of this bill in a list. */
    public static BillCursor of(BillSort sort, BillFilter filter, BillOverview bill) {
        return new BillCursor(sort, filter.fingerprint(), sort.key(bill), bill.id());
    }

    /** Returns whether this is a place in the list of this filter and order. */
    public boolean belongsTo(BillFilter otherFilter, BillSort otherSort) {
        return sort == otherSort && filter == otherFilter.fingerprint();
    }

    /**
     * Refuses the place in another list, where it would skip or repeat bills unseen.
     *
     * @throws IllegalArgumentException when it is not one of this filter and order
     */
    public void checkBelongsTo(BillFilter otherFilter, BillSort otherSort) {
        if (!belongsTo(otherFilter, otherSort)) {
            throw new IllegalArgumentException("this cursor was made for a list in the order " + sort
                    + (sort == otherSort ? " with another filter" : ", not " + otherSort)
                    + ": keep filter and order unchanged from page to page, or begin without a cursor");
        }
    }
}
