package org.mswada.domain.sponsor;

import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.legislature.Chamber;

/**
 * A time for which somebody sits in a chamber or other organization (Popolo: Membership). A member who changes party
 * within a term has two, so that the party is that of the day.
 *
 * @param organization where, such as {@code United States Senate}
 * @param chamber the chamber that it is, if it is one
 * @param role as what, where known
 * @param party for which party, where known
 * @param district for which district, where there is one
 * @param start the first day
 * @param end the last day; null while it lasts
 */
public record Membership(String organization, @Nullable Chamber chamber, @Nullable String role, @Nullable String party,
        @Nullable String district, LocalDate start, @Nullable LocalDate end) {
    /** In the order of time. */
    static final Comparator<Membership> BY_TIME = Comparator.comparing(Membership::start)
            .thenComparing(Membership::organization);

    /** Refuses a blank organization and an end before the start. */
    public Membership {
        if (organization.isBlank()) {
            throw new IllegalArgumentException("a membership has a blank organization");
        }
        if (end != null && end.isBefore(start)) {
            throw new IllegalArgumentException("a membership in " + organization + " ends on " + end
                    + ", before its start on " + start);
        }
    }

    /** Returns whether the membership lasts on this day; its last day counts. */
    public boolean lastsOn(LocalDate day) {
        return !day.isBefore(start) && (end == null || !day.isAfter(end));
    }
}
