package org.mswada.domain.bill;

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
}
