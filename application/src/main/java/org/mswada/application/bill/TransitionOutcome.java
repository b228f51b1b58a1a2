package org.mswada.application.bill;

import java.time.LocalDate;
import java.util.Set;
import org.mswada.domain.bill.BillProgress;
import org.mswada.domain.bill.BillStatus;
import org.mswada.domain.storage.ConstraintViolated;
import org.mswada.domain.user.Permission;

/** What became of actions that people added to a bill. */
public sealed interface TransitionOutcome {
    /**
     * They are stored.
     *
     * @param version the version that the bill has now
     * @param progress where it is now
     */
    record Moved(int version, BillProgress progress) implements TransitionOutcome {}

    /**
     * None is stored, for the bill may not go from one status to another.
     *
     * @param from where it is, or would be after the actions before
     * @param to where it was to go
     * @param allowed where it may go instead
     */
    record Refused(BillStatus from, BillStatus to, Set<BillStatus> allowed) implements TransitionOutcome {}

    /**
     * None is stored, for somebody else has changed the bill since it was read.
     *
     * @param version the version that the bill has
     */
    record Stale(int version) implements TransitionOutcome {}

    /**
     * None is stored, for the database refuses one of them, and would each time.
     *
     * @param kind what sort of constraint refuses it
     * @param reason what it is that cannot be stored, and what to do
     */
    record Unstorable(ConstraintViolated.Kind kind, String reason) implements TransitionOutcome {}

    /**
     * None is stored, for the bill would be open in a session that is closed.
     *
     * @param on the day on which the session was closed
     */
    record SessionClosed(LocalDate on) implements TransitionOutcome {}

    /** None is stored, for there is no such bill. */
    record UnknownBill() implements TransitionOutcome {}

    /**
     * Nothing is stored, for who asked may not do this.
     *
     * @param needed what they may not do
     */
    record Forbidden(Permission needed) implements TransitionOutcome {}
}
