package org.mswada.domain.bill;

import java.time.LocalDate;
import org.mswada.domain.storage.ConstraintViolated;

/** What became of a change of a bill that is stored. */
public sealed interface BillWriteResult {
    /**
     * It was made.
     *
     * @param version the version that the bill has now
     */
    record Written(int version) implements BillWriteResult {}

    /**
     * It was not made, for somebody else has changed the bill since it was read.
     *
     * @param version the version that the bill has
     */
    record Stale(int version) implements BillWriteResult {}

    /** It was not made, for there is no such bill, or it is deleted; for a restoration, that it is not. */
    record Missing() implements BillWriteResult {}

    /**
     * It was not made, for the database refuses it, and would each time.
     *
     * @param kind what sort of constraint refuses it
     * @param reason what it is that cannot be stored, and what to do
     */
    record Refused(ConstraintViolated.Kind kind, String reason) implements BillWriteResult {}

    /**
     * It was not made, for the bill would be open in a session that is closed.
     *
     * @param on the day on which the session was closed
     */
    record SessionClosed(LocalDate on) implements BillWriteResult {}
}
