package org.mswada.application.bill;

import java.util.List;
import org.mswada.domain.bill.BillVersion;
import org.mswada.domain.user.Actor;

/** Deletes a bill. */
public final class DeleteBill {
    private final DeleteBills batch;

    /** Deletes as a batch of one. */
    public DeleteBill(DeleteBills batch) {
        this.batch = batch;
    }

    /** Deletes the bill, if it is still in the version that was read. */
    public BillChange delete(Actor actor, BillVersion bill) {
        return batch.delete(actor, List.of(bill)).getFirst();
    }
}
