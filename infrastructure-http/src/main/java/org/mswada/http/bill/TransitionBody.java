package org.mswada.http.bill;

import java.time.LocalDate;
import org.mswada.domain.bill.BillStatus;
import org.mswada.http.routing.JsonMembers;

/**
 * A move of a bill into another status; the schema {@code Transition} of the OpenAPI file describes it.
 *
 * @param to the status
 * @param on the day on which the bill came into it
 * @param cause what was done
 */
record TransitionBody(BillStatus to, LocalDate on, String cause) {
    static TransitionBody read(JsonMembers body) {
        BillStatus to = body.requiredText("to", BillTexts.STATUSES);
        LocalDate on = body.requiredDate("on");
        String cause = body.requiredText("text", BillTexts::title);
        body.check();
        if (to == null || on == null || cause == null) {
            throw body.refusal();
        }
        return new TransitionBody(to, on, cause);
    }
}
