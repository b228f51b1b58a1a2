package org.mswada.application.bill;

import org.mswada.domain.bill.BillId;
import org.mswada.domain.bill.BillWriteRepository;
import org.mswada.domain.bill.BillWriteResult;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.UnitOfWork;

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
    public BillWriteResult restore(BillId id) {
        return units.writeSingle(RESTORE, session -> bills.restore(session, id));
    }
}
