package org.mswada.domain.bill;

/**
 * An edit of a bill that somebody has read.
 *
 * @param id the bill
 * @param expectedVersion the version that was read
 * @param edit what it is to be
 */
public record BillUpdate(BillId id, int expectedVersion, BillEdit edit) {}
