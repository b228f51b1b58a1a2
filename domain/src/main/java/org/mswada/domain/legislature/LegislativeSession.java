package org.mswada.domain.legislature;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A legislative session: the span in which bill numbers are unique.
 *
 * @param identifier its name in its jurisdiction, such as {@code 113}
 * @param name its full name
 * @param classification whether it is an ordinary session
 * @param startDate its first day
 * @param endDate its last day, or null while that is not known
 */
public record LegislativeSession(SessionIdentifier identifier, String name, Classification classification,
        LocalDate startDate, @Nullable LocalDate endDate) {
    /** Whether a session is an ordinary one. */
    public enum Classification {
        PRIMARY, SPECIAL
    }

    /** Refuses a blank name and an end before the start. */
    public LegislativeSession {
        if (name.isBlank()) {
            throw new IllegalArgumentException("session " + identifier.value() + " has a blank name");
        }
        if (endDate != null && endDate.isBefore(startDate)) {
            throw new IllegalArgumentException(
                    "session " + identifier.value() + " ends on " + endDate + ", before it starts on " + startDate);
        }
    }
}
