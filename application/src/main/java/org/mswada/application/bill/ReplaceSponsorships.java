package org.mswada.application.bill;

import java.util.List;
import org.mswada.domain.bill.BillVersion;
import org.mswada.domain.bill.BillWriteRepository;
import org.mswada.domain.bill.Sponsorship;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.domain.user.Actor;
import org.mswada.domain.user.Permission;

/** Says anew who sponsors a bill. */
public final class ReplaceSponsorships {
    private static final Operation REPLACE = Operation.write("bill.replace-sponsorships");

    private final UnitOfWork units;
    private final BillWriteRepository bills;

    /** Writes to {@code bills} in units of {@code units}. */
    public ReplaceSponsorships(UnitOfWork units, BillWriteRepository bills) {
        this.units = units;
        this.bills = bills;
    }

    /** Replaces all sponsorships of a bill, if it is still in the version that was read. */
    public BillChange replace(Actor actor, BillVersion bill, List<Sponsorship> sponsorships) {
        return actor.may(Permission.EDIT_BILL)
                ? new BillChange.Tried(
                        units.write(REPLACE, session -> bills.replaceSponsorships(session, bill, sponsorships)))
                : new BillChange.Forbidden(Permission.EDIT_BILL);
    }
}
