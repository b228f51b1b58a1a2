package org.mswada.application.bill;

import java.util.Optional;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.bill.BillRepository;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.UnitOfWork;

/** Finds a bill with its sponsorships and actions. */
public final class GetBill {
    private static final Operation GET = Operation.read("bill.get");

    private final UnitOfWork units;
    private final BillRepository bills;
    private final BillDetailsReader details;

    /** Reads {@code bills} in units of {@code units}. */
    public GetBill(UnitOfWork units, BillRepository bills) {
        this.units = units;
        this.bills = bills;
        this.details = new BillDetailsReader(bills);
    }

    /** Finds a bill by its id. */
    public Optional<BillDetails> byId(BillId id) {
        return units.snapshot(GET,
                session -> bills.findById(session, id).map(bill -> details.complete(session, bill)));
    }
}
