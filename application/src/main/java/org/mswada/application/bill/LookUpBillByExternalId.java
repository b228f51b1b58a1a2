package org.mswada.application.bill;

import java.util.Optional;
import org.mswada.domain.bill.BillRepository;
import org.mswada.domain.sponsor.ExternalIdentifier;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.UnitOfWork;

/** Finds a bill by what another register calls it. */
public final class LookUpBillByExternalId {
    private static final Operation LOOK_UP = Operation.read("bill.look-up-external");

    private final UnitOfWork units;
    private final BillRepository bills;
    private final BillDetailsReader details;

    /** Reads {@code bills} in units of {@code units}. */
    public LookUpBillByExternalId(UnitOfWork units, BillRepository bills) {
        this.units = units;
        this.bills = bills;
        this.details = new BillDetailsReader(bills);
    }

    /** Finds a bill by its name in another register. */
    public Optional<BillDetails> byExternalId(ExternalIdentifier identifier) {
        return units.snapshot(LOOK_UP,
                session -> bills.findByExternalId(session, identifier).map(bill -> details.complete(session, bill)));
    }
}
