package org.mswada.application.bill;

import java.util.Collections;
import java.util.List;
import org.mswada.domain.bill.BillUpdate;
import org.mswada.domain.bill.BillWriteRepository;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.domain.user.Actor;
import org.mswada.domain.user.Permission;

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
    public List<BillChange> update(Actor actor, List<BillUpdate> updates) {
        if (!actor.may(Permission.EDIT_BILL)) {
            return Collections.nCopies(updates.size(), new BillChange.Forbidden(Permission.EDIT_BILL));
        }
        return units.write(UPDATE, session -> bills.updateBatch(session, updates)).stream()
                .<BillChange>map(BillChange.Tried::new).toList();
    }
}
