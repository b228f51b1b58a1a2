package org.mswada.domain.bill;

import java.time.LocalDate;
import org.mswada.domain.storage.ConstraintViolated;

/** What became of a bill that was to be stored for the first time. */
public sealed interface BillCreateResult {
    /**
     * It is stored.
     *
     * @param id under which id
     */
    record Created(BillId id) implements BillCreateResult {}

    /**
     * It is not stored, for another bill of its session has its number.
     *
     * @param holder the other bill
     * @param deleted whether that one is deleted, and could be restored
     */
    record NumberTaken(BillId holder, boolean deleted) implements BillCreateResult {}

    /**
     * It is not stored, for its session is closed: nothing new is open in it.
     *
     * @param on the day on which the session was closed
     */
    record SessionClosed(LocalDate on) implements BillCreateResult {}

    /**
     * It is not stored, for the database refuses it, and would each time.
     *
     * @param kind what sort of constraint refuses it
     * @param reason what it is that cannot be stored, and what to do
     */
    record Refused(ConstraintViolated.Kind kind, String reason) implements BillCreateResult {}
}
