package org.mswada.domain.bill;

import java.time.LocalDate;

/**
 * The place of a bill in a list, which is ordered by day of introduction, then id, both descending.
 *
 * @param introducedOn the day the bill was introduced
 * @param id the bill
 */
public record BillCursor(LocalDate introducedOn, BillId id) {
    /** Returns the place of this bill. */
    public static BillCursor of(BillOverview bill) {
        return new BillCursor(bill.progress().introducedOn(), bill.id());
    }
}
