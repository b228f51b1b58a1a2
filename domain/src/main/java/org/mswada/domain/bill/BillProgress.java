package org.mswada.domain.bill;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a bill is and why: a pure function of its actions.
 *
 * @param status the status
 * @param statusSince the day it began
 * @param statusAction the sequence of the action that caused it, or null for a bill that was only introduced
 * @param introducedOn the day the bill was introduced
 * @param latestActionOn the day of the last action, if there is one
 * @param latestActionText the text of the last action, if there is one
 */
public record BillProgress(BillStatus status, LocalDate statusSince, @Nullable Integer statusAction,
        LocalDate introducedOn, @Nullable LocalDate latestActionOn, @Nullable String latestActionText) {
    /** Refuses days that no bill can have. */
    public BillProgress {
        BillDays.check(introducedOn, "the day of introduction");
        BillDays.check(statusSince, "the first day of the status");
        BillDays.check(latestActionOn, "the day of the latest action");
    }

    /** Follows the actions, in the order of their sequence, from the introduction on. */
    public static BillProgress of(LocalDate introducedOn, List<BillAction> actions) {
        BillProgress progress = new BillProgress(BillStatus.INTRODUCED, introducedOn, null, introducedOn, null, null);
        for (BillAction action : actions) {
            progress = progress.after(action);
        }
        return progress;
    }

    /** Returns the day of the last action, or of the introduction before there is one. */
    public LocalDate activeOn() {
        return latestActionOn == null ? introducedOn : latestActionOn;
    }

    /** Returns where the bill is after one more action. */
    public BillProgress after(BillAction action) {
        BillStatus asserted = action.assertedStatus();
        if (asserted == null || (asserted == status && statusAction != null)) {
            return new BillProgress(status, statusSince, statusAction, introducedOn, action.occurredOn(),
                    action.text());
        }
        return new BillProgress(asserted, action.occurredOn(), action.sequence(), introducedOn, action.occurredOn(),
                action.text());
    }
}
