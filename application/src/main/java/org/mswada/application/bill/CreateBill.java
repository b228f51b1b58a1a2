package org.mswada.application.bill;

import java.util.List;

/** Stores a bill that a person introduces. */
public final class CreateBill {
    private final CreateBills batch;

    /** Stores as a batch of one. */
    public CreateBill(CreateBills batch) {
        this.batch = batch;
    }

    /** Stores the bill, unless its number is taken or there is no such session. */
    public CreateBillOutcome create(NewBill bill) {
        return batch.create(List.of(bill)).getFirst();
    }
}
