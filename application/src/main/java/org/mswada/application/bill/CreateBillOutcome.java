package org.mswada.application.bill;

import java.time.LocalDate;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.bill.BillKey;
import org.mswada.domain.storage.ConstraintViolated;
import org.mswada.domain.user.Permission;

/** What became of a bill that a person introduced. */
public sealed interface CreateBillOutcome {
    /**
     * It is stored, in version 1.
     *
     * @param id under which id
     */
    record Created(BillId id) implements CreateBillOutcome {}

    /**
     * It is not stored, for its number is taken.
     *
     * @param holder the bill that has it
     * @param deleted whether that one is deleted, and could be restored
     */
    record NumberTaken(BillId holder, boolean deleted) implements CreateBillOutcome {}

    /**
     * It is not stored, for there is no such session.
     *
     * @param key what names the session
     */
    record UnknownSession(BillKey key) implements CreateBillOutcome {}

    /**
     * It is not stored, for its session is closed.
     *
     * @param on the day on which it was closed
     */
    record SessionClosed(LocalDate on) implements CreateBillOutcome {}

    /**
     * It is not stored, for the database refuses it, and would each time.
     *
     * @param kind what sort of constraint refuses it
     * @param reason what it is that cannot be stored, and what to do
     */
    record Refused(ConstraintViolated.Kind kind, String reason) implements CreateBillOutcome {}

    /**
     * Nothing is stored, for who asked may not do this.
     *
     * @param needed what they may not do
     */
    record Forbidden(Permission needed) implements CreateBillOutcome {}
}
