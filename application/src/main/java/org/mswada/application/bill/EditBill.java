package org.mswada.application.bill;

import java.util.List;
import java.util.function.UnaryOperator;
import org.mswada.domain.bill.Bill;
import org.mswada.domain.bill.BillEdit;
import org.mswada.domain.bill.BillRepository;
import org.mswada.domain.bill.BillUpdate;
import org.mswada.domain.bill.BillVersion;
import org.mswada.domain.bill.BillWriteRepository;
import org.mswada.domain.bill.BillWriteResult;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.domain.storage.WriteSession;
import org.mswada.domain.user.Actor;
import org.mswada.domain.user.Permission;

/** Changes some of what a person may change of a bill, and leaves the rest as it is. */
public final class EditBill {
    private static final Operation EDIT = Operation.write("bill.edit");

    private final UnitOfWork units;
    private final BillRepository bills;
    private final BillWriteRepository writes;

    /** Reads and writes these repositories in units of {@code units}. */
    public EditBill(UnitOfWork units, BillRepository bills, BillWriteRepository writes) {
        this.units = units;
        this.bills = bills;
        this.writes = writes;
    }

    /**
     * Edits the bill, if it is still in the version that was read.
     *
     * @param change makes of what there is what there is to be; it may run more than once
     */
    public BillChange edit(Actor actor, BillVersion read, UnaryOperator<BillEdit> change) {
        if (!actor.may(Permission.EDIT_BILL)) {
            return new BillChange.Forbidden(Permission.EDIT_BILL);
        }
        return new BillChange.Tried(units.write(EDIT, session -> bills.findById(session, read.id())
                .map(bill -> edit(session, read, bill, change)).orElseGet(BillWriteResult.Missing::new)));
    }

    /** The version is compared here, for what the change begins with, and again where the bill is locked. */
    private BillWriteResult edit(WriteSession session, BillVersion read, Bill bill, UnaryOperator<BillEdit> change) {
        return bill.version() == read.version()
                ? writes.updateBatch(session, List.of(new BillUpdate(read.id(), read.version(),
                        change.apply(BillEdit.of(bill))))).getFirst()
                : new BillWriteResult.Stale(bill.version());
    }
}
