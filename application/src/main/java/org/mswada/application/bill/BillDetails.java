package org.mswada.application.bill;

import java.util.List;
import org.mswada.domain.bill.Bill;
import org.mswada.domain.bill.BillAction;
import org.mswada.domain.bill.Sponsorship;

/**
 * A bill with all that belongs to it, as it was at one moment.
 *
 * @param bill the bill
 * @param sponsorships who sponsors it, in the source's order
 * @param actions what was done with it, in the source's order
 */
public record BillDetails(Bill bill, List<Sponsorship> sponsorships, List<BillAction> actions) {
    /** Copies the lists. */
    public BillDetails {
        sponsorships = List.copyOf(sponsorships);
        actions = List.copyOf(actions);
    }
}
