package org.mswada.domain.bill;

/**
 * A bill as somebody has read it.
 *
 * @param id the bill
 * @param version the version that was read
 */
public record BillVersion(BillId id, int version) {}
