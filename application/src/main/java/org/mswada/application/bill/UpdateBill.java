package org.mswada.application.bill;

import java.util.List;
import org.mswada.domain.bill.BillUpdate;
import org.mswada.domain.user.Actor;

/** Edits a bill. */
public final class UpdateBill {
    private final UpdateBills batch;

    /** Edits as a batch of one. */
    public UpdateBill(UpdateBills batch) {
        this.batch = batch;
    }

    /** Edits the bill, if it is still in the version that was read. */
    public BillChange update(Actor actor, BillUpdate update) {
        return batch.update(actor, List.of(update)).getFirst();
    }
}
