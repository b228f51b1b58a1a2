package org.mswada.application.bill;

import java.util.List;
import org.mswada.domain.bill.BillUpdate;
import org.mswada.domain.bill.BillWriteRepository;
import org.mswada.domain.bill.BillWriteResult;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.UnitOfWork;

/** Edits bills, each only in the version that was read. */
public final class UpdateBills {
    private static final Operation UPDATE = Operation.write("bill.update");

    private final UnitOfWork units;
    private final BillWriteRepository bills;

    /** Writes to {@code bills} in units of {@code units}. */
    public UpdateBills(UnitOfWork units, BillWriteRepository bills) {
        this.units = units;
        this.bills = bills;
    }

    /** Edits bills, no two of them the same, and answers for each in the order given. */
    public List<BillWriteResult> update(List<BillUpdate> updates) {
        return units.write(UPDATE, session -> bills.updateBatch(session, updates));
    }
}
