package org.mswada.application.bill;

import java.time.LocalDate;
import java.util.List;
import org.mswada.domain.bill.BillStatus;
import org.mswada.domain.bill.BillVersion;
import org.mswada.domain.user.Actor;

/** Brings a bill into another status. */
public final class TransitionBill {
    private final AppendActions actions;

    /** Moves a bill by an action, for each status names the action that caused it. */
    public TransitionBill(AppendActions actions) {
        this.actions = actions;
    }

    /**
     * Moves the bill, if the status machine allows it and it is still in the version that was read.
     *
     * @param to the status
     * @param on the day on which it came into it
     * @param cause what was done
     */
    public TransitionOutcome move(Actor actor, BillVersion read, BillStatus to, LocalDate on, String cause) {
        return actions.append(actor, read, List.of(new NewAction(on, cause, List.of(), to)));
    }
}
