package org.mswada.application.bill;

import java.util.List;
import org.mswada.domain.user.Actor;

/** Stores a bill that a person introduces. */
public final class CreateBill {
    private final CreateBills batch;

    /** Stores as a batch of one. */
    public CreateBill(CreateBills batch) {
        this.batch = batch;
    }

    /** Stores the bill, unless its number is taken, or its session is closed or not there. */
    public CreateBillOutcome create(Actor actor, NewBill bill) {
        return batch.create(actor, List.of(bill)).getFirst();
    }
}
