package org.mswada.domain.sponsorship;

import java.util.UUID;
import org.mswada.domain.bill.BillId;

/**
 * Which sponsorship is meant.
 *
 * @param bill the bill
 * @param ordinal its place in the bill
 */
public record SponsorshipPlace(BillId bill, int ordinal) {
    /** Before every sponsorship. */
    public static final SponsorshipPlace START = new SponsorshipPlace(new BillId(new UUID(0, 0)), -1);
}
