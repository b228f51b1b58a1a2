package org.mswada.domain.bill;

/**
 * The place of a bill in the result of one search: after it, the next page begins.
 *
 * @param search the fingerprint of text and filter
 * @param rank the rank of the bill
 * @param id the bill
 */
public record SearchCursor(int search, float rank, BillId id) {
    /** Returns a number that is the same for equal searches; different ones rarely share it. */
    public static int fingerprint(String text, BillFilter filter) {
        return 31 * text.strip().hashCode() + filter.fingerprint();
    }

    /** Refuses the place in another search. */
    public void checkBelongsTo(String text, BillFilter filter) {
        if (search != fingerprint(text, filter)) {
            throw new IllegalArgumentException(
                    "this cursor was made for another search: keep text and filter unchanged "
                            + "from page to page, or begin without a cursor");
        }
    }
}
