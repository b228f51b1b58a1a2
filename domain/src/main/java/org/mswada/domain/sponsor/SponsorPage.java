package org.mswada.domain.sponsor;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list of sponsors.
 *
 * @param items the sponsors, in the list's order
 * @param next where the next part begins: after this sponsor; null at the end
 */
public record SponsorPage(List<SponsorOverview> items, @Nullable SponsorCursor next) {
    /** The most sponsors that a page may hold. */
    public static final int MAXIMUM_LIMIT = 200;

    /** Copies the sponsors. */
    public SponsorPage {
        items = List.copyOf(items);
    }

    /** Refuses a number of sponsors that no page may hold. */
    public static int checkLimit(int limit) {
        if (limit < 1 || limit > MAXIMUM_LIMIT) {
            throw new IllegalArgumentException("limit " + limit + " is not within 1.." + MAXIMUM_LIMIT);
        }
        return limit;
    }

    /** Returns where the next page begins, or empty at the end. */
    public Optional<SponsorCursor> nextPage() {
        return Optional.ofNullable(next);
    }
}
