package org.mswada.domain.bill;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The days that a bill can have: those of the years 1 to 9999, which every calendar, cursor and index here can hold. */
public final class BillDays {
    public static final LocalDate FIRST = LocalDate.of(1, 1, 1);
    public static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private BillDays() {}

    /** Returns whether a bill can have this day. */
    public static boolean holds(LocalDate day) {
        return !day.isBefore(FIRST) && !day.isAfter(LAST);
    }

    /** Refuses a day that no bill can have. */
    static void check(@Nullable LocalDate day, String what) {
        if (day != null && !holds(day)) {
            throw new IllegalArgumentException(
                    what + " " + day + " is not within the years 1 to 9999: correct the day");
        }
    }
}
