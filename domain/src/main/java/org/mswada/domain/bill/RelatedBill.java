package org.mswada.domain.bill;

import org.jspecify.annotations.Nullable;
import org.mswada.domain.legislature.SessionIdentifier;

/**
 * A bill to which another relates. It is named as the source names it, for it may be stored later, or never.
 *
 * @param ordinal its place in the source's order, from 0
 * @param session the session of the other bill, in the same jurisdiction
 * @param identifier the number of the other bill
 * @param kind how the bill relates to the other
 * @param reason the source's own word for that, where it has one
 * @param bill the other bill, where it is stored here; found when it is read, and not stored
 */
public record RelatedBill(int ordinal, SessionIdentifier session, BillIdentifier identifier, RelationKind kind,
        @Nullable String reason, @Nullable BillId bill) {
    /** Refuses a negative ordinal and a blank reason. */
    public RelatedBill {
        if (ordinal < 0) {
            throw new IllegalArgumentException("related bill ordinal " + ordinal + " is negative");
        }
        if (reason != null && reason.isBlank()) {
            throw new IllegalArgumentException("related bill " + ordinal + " has a blank reason");
        }
    }
}
