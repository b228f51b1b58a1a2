package org.mswada.application.bill;

import org.mswada.domain.bill.BillWriteResult;
import org.mswada.domain.user.Permission;

/** What became of the wish to change a bill. */
public sealed interface BillChange {
    /** It was tried, with this result. */
    record Tried(BillWriteResult result) implements BillChange {}

    /**
     * It was not tried, for who asked may not do this.
     *
     * @param needed what they may not do
     */
    record Forbidden(Permission needed) implements BillChange {}
}
