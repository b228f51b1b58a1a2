package org.mswada.domain.user;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list of users, which is ordered by id, and so by the time at which they came.
 *
 * @param items the users
 * @param next after whom the next part begins; null at the end
 */
public record UserPage(List<User> items, @Nullable UserId next) {
    /** The most users that a page may hold. */
    public static final int MAXIMUM_LIMIT = 200;

    /** Copies the users. */
    public UserPage {
        items = List.copyOf(items);
    }

    /** Refuses a number of users that no page may hold. */
    public static int checkLimit(int limit) {
        if (limit < 1 || limit > MAXIMUM_LIMIT) {
            throw new IllegalArgumentException("limit " + limit + " is not within 1.." + MAXIMUM_LIMIT);
        }
        return limit;
    }
}
