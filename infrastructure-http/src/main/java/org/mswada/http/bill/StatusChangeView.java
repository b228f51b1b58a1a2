package org.mswada.http.bill;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.bill.BillStatus;
import org.mswada.domain.bill.StatusChange;

/** A status that a bill came into; the schema {@code StatusChange} of the OpenAPI file describes it. */
record StatusChangeView(BillStatus status, LocalDate since, @Nullable Integer action, boolean irregular) {
    static StatusChangeView of(StatusChange change) {
        return new StatusChangeView(change.status(), change.since(), change.action(), change.irregular());
    }
}
