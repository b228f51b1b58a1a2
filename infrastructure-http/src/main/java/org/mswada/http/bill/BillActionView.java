package org.mswada.http.bill;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.bill.BillAction;
import org.mswada.domain.bill.BillStatus;

/** An action on a bill; the schema {@code BillAction} of the OpenAPI file describes it. */
record BillActionView(int sequence, LocalDate occurredOn, @Nullable Instant occurredAt, String text,
        List<String> classes, @Nullable BillStatus assertedStatus) {

    static BillActionView of(BillAction action) {
        return new BillActionView(action.sequence(), action.occurredOn(), action.occurredAt(), action.text(),
                action.classes(), action.assertedStatus());
    }
}
