package org.mswada.domain.bill;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list of bills.
 *
 * @param items the bills, in the list's order
 * @param next where the next part begins: after this bill; null at the end
 */
public record BillPage(List<BillOverview> items, @Nullable BillCursor next) {
    /** The most bills that a page may hold. */
    public static final int MAXIMUM_LIMIT = 200;

    /** Refuses a number of bills that no page may hold. */
    public static int checkLimit(int limit) {
        if (limit < 1 || limit > MAXIMUM_LIMIT) {
            throw new IllegalArgumentException("limit " + limit + " is not within 1.." + MAXIMUM_LIMIT);
        }
        return limit;
    }

    /** Copies the bills. */
    public BillPage {
        items = List.copyOf(items);
    }

    /** Returns where the next page begins, or empty at the end. */
    public Optional<BillCursor> nextPage() {
        return Optional.ofNullable(next);
    }
}
