package org.mswada.domain.bill;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.mswada.domain.legislature.Chamber;

/**
 * The statuses that a bill came into, one after the other: a pure function of its actions. The last is where it is now.
 *
 * @param changes the statuses, the first first; never empty
 */
public record StatusHistory(List<StatusChange> changes) {
    /** Copies the changes. */
    public StatusHistory {
        changes = List.copyOf(changes);
    }

    /** Follows the actions, in the order of their sequence; those that assert no status do not matter. */
    public static StatusHistory of(Chamber originChamber, LocalDate introducedOn, List<BillAction> actions) {
        List<StatusChange> changes = new ArrayList<>();
        StatusChange now = new StatusChange(BillStatus.INTRODUCED, introducedOn, null, false);
        changes.add(now);
        for (BillAction action : actions) {
            BillStatus asserted = action.assertedStatus();
            if (asserted == null || (asserted == now.status() && now.action() != null)) {
                continue;
            }
            boolean begins = now.action() == null && changes.size() == 1 && isBeginning(asserted);
            boolean irregular = !begins && isIrregular(originChamber, now.status(), asserted);
            now = new StatusChange(asserted, action.occurredOn(), action.sequence(), irregular);
            if (begins) {
                changes.clear();
            }
            changes.add(now);
        }
        return new StatusHistory(changes);
    }

    /** An action that says how the bill began tells it better than that there is a bill. */
    private static boolean isBeginning(BillStatus asserted) {
        return asserted == BillStatus.DRAFT || asserted == BillStatus.INTRODUCED;
    }

    /** What was is judged as what a source says of it: a person was refused the move, or it was none of a person. */
    private static boolean isIrregular(Chamber originChamber, BillStatus from, BillStatus to) {
        return switch (StatusMove.judge(StatusMove.Mode.IMPORT, originChamber, from, to)) {
            case StatusMove.Allowed allowed -> allowed.irregular();
            case StatusMove.Refused refused ->
                throw new IllegalStateException("what a source says is recorded, and this is refused: " + refused);
        };
    }

    /** Returns whether some status came about by a move that the status machine does not know. */
    public boolean isIrregular() {
        return changes.stream().anyMatch(StatusChange::irregular);
    }
}
