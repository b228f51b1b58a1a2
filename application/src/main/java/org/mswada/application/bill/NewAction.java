package org.mswada.application.bill;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.bill.BillStatus;

/**
 * Something that a person says was done with a bill.
 *
 * @param occurredOn the day it was done
 * @param text what was done
 * @param classes its kinds in the Open States vocabulary
 * @param assertedStatus the status into which it brought the bill, if any
 */
public record NewAction(LocalDate occurredOn, String text, List<String> classes, @Nullable BillStatus assertedStatus) {
    /** Refuses a blank text and copies the classes. */
    public NewAction {
        if (text.isBlank()) {
            throw new IllegalArgumentException("the text of an action is blank");
        }
        classes = List.copyOf(classes);
    }
}
