package org.mswada.domain.bill;

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
}
