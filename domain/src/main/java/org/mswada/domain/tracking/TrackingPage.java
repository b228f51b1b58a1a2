package org.mswada.domain.tracking;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of what a user follows, by id, and so by time.
 *
 * @param items the part
 * @param next after which the next part begins; null at the end
 */
public record TrackingPage(List<Tracking> items, @Nullable TrackingId next) {
    /** The most that a page may hold. */
    public static final int MAXIMUM_LIMIT = 1000;

    /** Copies the part. */
    public TrackingPage {
        items = List.copyOf(items);
    }

    /** Refuses a number that no page may hold. */
    public static int checkLimit(int limit) {
        if (limit < 1 || limit > MAXIMUM_LIMIT) {
            throw new IllegalArgumentException("limit " + limit + " is not within 1.." + MAXIMUM_LIMIT);
        }
        return limit;
    }
}
