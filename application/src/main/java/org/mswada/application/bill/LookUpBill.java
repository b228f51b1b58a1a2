package org.mswada.application.bill;

import java.util.Optional;
import org.mswada.domain.bill.BillKey;
import org.mswada.domain.bill.BillRepository;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.UnitOfWork;

/** Finds a bill by what people call it. */
public final class LookUpBill {
    private static final Operation LOOK_UP = Operation.read("bill.look-up");

    private final UnitOfWork units;
    private final BillRepository bills;
    private final BillDetailsReader details;

    /** Reads {@code bills} in units of {@code units}. */
    public LookUpBill(UnitOfWork units, BillRepository bills) {
        this.units = units;
        this.bills = bills;
        this.details = new BillDetailsReader(bills);
    }

    /** Finds a bill by jurisdiction, session and any spelling of its number. */
    public Optional<BillDetails> byKey(BillKey key) {
        return units.snapshot(LOOK_UP,
                session -> bills.findByKey(session, key).map(bill -> details.complete(session, bill)));
    }
}
