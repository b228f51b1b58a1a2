package org.mswada.domain.bill;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days from one to another, both included.
 *
 * @param from the first day, or null for no beginning
 * @param to the last day, or null for no end
 */
public record DateRange(@Nullable LocalDate from, @Nullable LocalDate to) {
    /** Refuses an end before the beginning. */
    public DateRange {
        if (from != null && to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("the days end on " + to + ", before they begin on " + from);
        }
    }

    /** Returns whether a day is one of these. */
    public boolean holds(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }
}
