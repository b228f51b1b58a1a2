package org.mswada.domain.bill;

import java.util.Set;
import org.mswada.domain.legislature.Chamber;

/** Whether a bill may go from one status to another. */
public sealed interface StatusMove {
    /** Who asks. */
    enum Mode {
        /** A person: only what the status machine allows. */
        STRICT,
        /** A source, which says what was: it is recorded and, where the machine does not know it, flagged. */
        IMPORT
    }

    /**
     * It may go there.
     *
     * @param irregular whether the status machine does not know that move
     */
    record Allowed(boolean irregular) implements StatusMove {}

    /**
     * It may not go there.
     *
     * @param from where it is
     * @param to where it was to go
     * @param allowed where it may go instead, in the order of the statuses
     */
    record Refused(BillStatus from, BillStatus to, Set<BillStatus> allowed) implements StatusMove {}

    /** Judges a move of a bill that was introduced in this chamber. */
    static StatusMove judge(Mode mode, Chamber originChamber, BillStatus from, BillStatus to) {
        Set<BillStatus> allowed = from.next(originChamber);
        boolean known = allowed.contains(to);
        return known || mode == Mode.IMPORT ? new Allowed(!known) : new Refused(from, to, allowed);
    }
}
