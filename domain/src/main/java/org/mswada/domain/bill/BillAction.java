package org.mswada.domain.bill;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done with a bill.
 *
 * @param sequence its place in the source's order, from 0: the only true order, for dates repeat
 * @param occurredOn the day it was done
 * @param occurredAt the moment it was done, where the source knows it
 * @param text what the source says was done
 * @param classes its kinds in the Open States vocabulary, such as {@code referral-committee}
 * @param assertedStatus the status into which the source says it brought the bill, if any
 */
public record BillAction(int sequence, LocalDate occurredOn, @Nullable Instant occurredAt, String text,
        List<String> classes, @Nullable BillStatus assertedStatus) {
    /** Refuses a negative sequence, a blank text and a day that no bill can have. */
    public BillAction {
        BillDays.check(occurredOn, "the day of action " + sequence);
        if (sequence < 0) {
            throw new IllegalArgumentException("action sequence " + sequence + " is negative");
        }
        if (text.isBlank()) {
            throw new IllegalArgumentException("action " + sequence + " has a blank text");
        }
        classes = List.copyOf(classes);
    }
}
