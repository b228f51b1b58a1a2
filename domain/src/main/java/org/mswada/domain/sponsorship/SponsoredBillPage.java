package org.mswada.domain.sponsorship;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a sponsor's bills, by day of introduction, bill, then ordinal, all descending.
 *
 * @param items the sponsorships
 * @param next the one after which the next part begins; null at the end
 */
public record SponsoredBillPage(List<SponsoredBill> items, @Nullable SponsoredBill next) {
    /** The most that a page may hold. */
    public static final int MAXIMUM_LIMIT = 200;

    /** Refuses a number that no page may hold. */
    public static int checkLimit(int limit) {
        if (limit < 1 || limit > MAXIMUM_LIMIT) {
            throw new IllegalArgumentException("limit " + limit + " is not within 1.." + MAXIMUM_LIMIT);
        }
        return limit;
    }

    /** Copies the sponsorships. */
    public SponsoredBillPage {
        items = List.copyOf(items);
    }
}
