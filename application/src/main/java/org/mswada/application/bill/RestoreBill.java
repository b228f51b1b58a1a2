package org.mswada.application.bill;

import org.mswada.domain.bill.BillId;
import org.mswada.domain.bill.BillWriteRepository;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.domain.user.Actor;
import org.mswada.domain.user.Permission;

/** Brings back a bill that was deleted. */
public final class RestoreBill {
    private static final Operation RESTORE = Operation.write("bill.restore");

    private final UnitOfWork units;
    private final BillWriteRepository bills;

    /** Writes to {@code bills} in units of {@code units}. */
    public RestoreBill(UnitOfWork units, BillWriteRepository bills) {
        this.units = units;
        this.bills = bills;
    }

    /** Brings back the bill as it was, if it is deleted. */
    public BillChange restore(Actor actor, BillId id) {
        return actor.may(Permission.RESTORE_BILL)
                ? new BillChange.Tried(units.writeSingle(RESTORE, session -> bills.restore(session, id)))
                : new BillChange.Forbidden(Permission.RESTORE_BILL);
    }
}
