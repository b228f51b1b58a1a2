package org.mswada.domain.sponsor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a sponsor's bills, by day of introduction, bill, then ordinal, all descending.
 *
 * @param items the sponsorships
 * @param next the one after which the next part begins; null at the end
 */
public record SponsoredBillPage(List<SponsoredBill> items, @Nullable SponsoredBill next) {
    /** Copies the sponsorships. */
    public SponsoredBillPage {
        items = List.copyOf(items);
    }
}
