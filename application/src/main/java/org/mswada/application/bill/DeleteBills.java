package org.mswada.application.bill;

import java.util.Collections;
import java.util.List;
import org.mswada.domain.bill.BillVersion;
import org.mswada.domain.bill.BillWriteRepository;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.domain.user.Actor;
import org.mswada.domain.user.Permission;

/** Deletes bills, each only in the version that was read; they can be restored. */
public final class DeleteBills {
    private static final Operation DELETE = Operation.write("bill.delete");

    private final UnitOfWork units;
    private final BillWriteRepository bills;

    /** Writes to {@code bills} in units of {@code units}. */
    public DeleteBills(UnitOfWork units, BillWriteRepository bills) {
        this.units = units;
        this.bills = bills;
    }

    /** Deletes bills, no two of them the same, and answers for each in the order given. */
    public List<BillChange> delete(Actor actor, List<BillVersion> batch) {
        if (!actor.may(Permission.DELETE_BILL)) {
            return Collections.nCopies(batch.size(), new BillChange.Forbidden(Permission.DELETE_BILL));
        }
        return units.write(DELETE, session -> bills.deleteBatch(session, batch)).stream()
                .<BillChange>map(BillChange.Tried::new).toList();
    }
}
